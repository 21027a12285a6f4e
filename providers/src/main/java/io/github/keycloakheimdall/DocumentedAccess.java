/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.limit.RateLimited;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Writes who enters an operation, which is what {@link Access} says at its method. */
final class DocumentedAccess {

    /**
     * The one that the contract has. The words tell whose: of several, generated clients would need to be given each of
     * them.
     */
    static final String BEARER = "bearer";

    /** Open at the gate, as the bearer that it needs may be one that does not hold any more. */
    private static final String INTROSPECTION = "OauthResource_introspect";

    /** Open to anyone, and about the bearer that comes along, where the body has no token. */
    private static final Set<String> ABOUT_A_TOKEN =
            Set.of("VerifyResource_verify", "AuthorizeResource_authorize", "AuthorizeResource_batch");

    private final Map<String, List<Class<?>>> types;

    DocumentedAccess(Path classes) throws IOException {
        this.types = CompiledTypes.of(classes).collect(Collectors.groupingBy(Class::getSimpleName));
    }

    /**
     * Writes whether a bearer is needed, or heeded where one comes along.
     *
     * @return for whom the operation is, such as {@code users}
     */
    String describe(String path, Operation operation) {
        Method handler = handler(operation);
        Access access = handler == null ? null : handler.getAnnotation(Access.class);
        boolean asking = operation.getOperationId().equals(INTROSPECTION);
        boolean about = asking || ABOUT_A_TOKEN.contains(operation.getOperationId());
        if (asking || !path.startsWith("/{slug}/") || access != null && !access.open()) {
            operation.setSecurity(List.of(bearer()));
        } else if (about || handler != null && heedsKeys(path, handler)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement(), bearer()));
        } else {
            operation.setSecurity(List.of());
        }
        if (!path.startsWith("/{slug}/")) {
            return "admins of Keycloak" + roles(access);
        }
        if (access != null && !access.open()) {
            return kinds(access.by()) + permission(access);
        }
        return about ? "whoever holds a token" : "anyone";
    }

    /** Whether addresses may call it so often a minute; asked before generated clients' name for it is set. */
    boolean isLimited(Operation operation) {
        Method handler = handler(operation);
        return handler != null && handler.isAnnotationPresent(RateLimited.class);
    }

    private static SecurityRequirement bearer() {
        return OASFactory.createSecurityRequirement().addScheme(BEARER);
    }

    /** A backend is not counted where others are; a browser that is sent somewhere brings no key along. */
    private static boolean heedsKeys(String path, Method handler) {
        return handler.isAnnotationPresent(RateLimited.class) && !DocumentedRefusals.isForBrowsers(path);
    }

    private @Nullable Method handler(Operation operation) {
        String[] scanned = operation.getOperationId().split("_");
        String type = scanned[0];
        String method = scanned[1];
        String name = type.replaceFirst("^(Issuer|Platform)(?=.*Resource)", "");
        return Stream.of(type, name)
                .flatMap(known -> types.getOrDefault(known, List.of()).stream())
                .flatMap(known -> Arrays.stream(known.getMethods()))
                .filter(known -> known.getName().equals(method) && known.isAnnotationPresent(Access.class))
                .findFirst()
                .orElse(null);
    }

    private static String kinds(Class<? extends Caller>[] kinds) {
        return Stream.of(kinds)
                .map(kind -> switch (kind.getSimpleName()) {
                    case "AppUser" -> "users";
                    case "Machine" -> "machine clients";
                    default -> "API keys";
                })
                .collect(Collectors.joining(", "));
    }

    private static String permission(Access access) {
        if (access.permission().isEmpty()) {
            return "";
        }
        return " with the permission `" + access.permission() + "`"
                + (access.whileEnforced() ? ", where the app enforces permissions" : "");
    }

    private static String roles(@Nullable Access access) {
        if (access == null || access.admin().length == 0) {
            return "";
        }
        return Arrays.stream(access.admin())
                .map(role -> '`' + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + '`')
                .collect(Collectors.joining(" or ", " with the role ", ""));
    }
}
