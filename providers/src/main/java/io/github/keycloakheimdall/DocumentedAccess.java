/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Caller;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/** Writes who enters an operation, which is what {@link Access} says at its method. */
final class DocumentedAccess {

    /**
     * The one that the contract has. The words tell whose: of several, generated clients would need to be given each of
     * them.
     */
    static final String BEARER = "bearer";

    /** Open to anyone, and about the bearer that comes along. */
    private static final Set<String> ABOUT_THE_BEARER = Set.of(
            "VerifyResource_verify",
            "AuthorizeResource_authorize",
            "AuthorizeResource_batch",
            "OauthResource_introspect");

    private final Map<String, List<Class<?>>> types;

    DocumentedAccess(Path classes) throws IOException {
        this.types = CompiledTypes.of(classes).collect(Collectors.groupingBy(Class::getSimpleName));
    }

    /**
     * Writes whether a bearer is needed.
     *
     * @return for whom the operation is, such as {@code users}
     */
    String describe(String path, Operation operation) {
        String[] scanned = operation.getOperationId().split("_");
        Access access = access(scanned[0], scanned[1]);
        boolean closed = !path.startsWith("/{slug}/") || access != null && !access.open();
        boolean about = ABOUT_THE_BEARER.contains(operation.getOperationId());
        operation.setSecurity(
                closed || about ? List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)) : List.of());
        if (!path.startsWith("/{slug}/")) {
            return "admins of Keycloak" + roles(access);
        }
        if (access != null && !access.open()) {
            return kinds(access.by()) + permission(access);
        }
        return about ? "whoever holds a token" : "anyone";
    }

    private @Nullable Access access(String type, String method) {
        String name = type.replaceFirst("^(Issuer|Platform)(?=.*Resource)", "");
        return Stream.of(type, name)
                .flatMap(known -> types.getOrDefault(known, List.of()).stream())
                .flatMap(known -> Arrays.stream(known.getMethods()))
                .filter(known -> known.getName().equals(method) && known.isAnnotationPresent(Access.class))
                .map(known -> known.getAnnotation(Access.class))
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
