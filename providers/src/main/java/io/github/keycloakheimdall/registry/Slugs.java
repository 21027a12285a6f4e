/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.RealmNames;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.ApiPath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The names that apps may be made with. Keycloak takes any for a realm, of which some are read as a path or as an id.
 */
final class Slugs {

    static final String SHAPE = "[a-z0-9-]{3,48}";

    private static final Pattern WELL_FORMED = Pattern.compile(SHAPE);

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** First segments that are no app's now, or that proxies and later versions of Keycloak may need. */
    private static final Set<String> RESERVED =
            Set.of("apps", "auth", "master", "openapi", "stats", "theme", "welcome");

    private Slugs() {}

    /**
     * @param slug of the {@link #SHAPE}
     * @throws ApiException 400 for one that no app can have, 409 for one that is taken, or was until lately
     */
    static void requireFree(KeycloakSession session, String slug) {
        List<FieldError> faults = faults(slug);
        if (!faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
        if (session.realms().getRealmByName(slug) != null
                || session.realms().getRealm(slug) != null
                || RealmNames.isHeld(session, slug)) {
            throw taken();
        }
    }

    /** Why no app can have a name of the {@link #SHAPE}; nothing is said of one that has not the shape, or is null. */
    static List<FieldError> faults(@Nullable String slug) {
        if (slug == null || !WELL_FORMED.matcher(slug).matches()) {
            return List.of();
        }
        if (RESERVED.contains(slug) || !ApiPath.isAtRoot(slug)) {
            return List.of(new FieldError("slug", FieldFault.RESERVED, "is reserved"));
        }
        return UUID.matcher(slug).matches()
                ? List.of(new FieldError("slug", FieldFault.RESERVED, "must not look like an id"))
                : List.of();
    }

    static ApiException taken() {
        return ApiException.conflict("This slug is taken", "SLUG_TAKEN");
    }
}
