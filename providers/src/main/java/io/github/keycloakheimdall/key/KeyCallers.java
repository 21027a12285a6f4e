/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.OrganizationEvents;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminAuth;

/** Finds out which backend makes the request, by {@code Authorization: Bearer hdk_live_...}. */
public final class KeyCallers {

    private static final String ATTRIBUTE = ApiKey.class.getName();

    private KeyCallers() {}

    /**
     * The key of this request, checked once.
     *
     * @param permission what the key must carry; its {@code heimdall.} and its {@code auth.} name mean the same
     * @throws ApiException 401 without a live key of this app, 403 when it lacks the permission
     */
    public static ApiKey require(KeycloakSession session, String permission) {
        ApiKey key = session.getAttribute(ATTRIBUTE, ApiKey.class);
        if (key == null) {
            key = authenticate(session);
            session.setAttribute(ATTRIBUTE, key);
        }
        if (!key.holds(permission)) {
            throw ApiException.forbidden("Missing permission: " + permission);
        }
        return key;
    }

    /** How Keycloak's admin events name the key that the gate let through. */
    public static AdminAuth auth(KeycloakSession session, App app) {
        ApiKey key = session.getAttribute(ATTRIBUTE, ApiKey.class);
        return OrganizationEvents.backend(session, app.realm(), app.client(), key.id());
    }

    private static ApiKey authenticate(KeycloakSession session) {
        return Bearer.of(session)
                .flatMap(RawKey::parse)
                .flatMap(new KeyUse(session, App.current(session))::of)
                .orElseThrow(ApiException::bearerRequired);
    }
}
