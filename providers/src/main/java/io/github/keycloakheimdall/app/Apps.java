/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.error.ApiException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Finds the app that a request is for. */
public final class Apps {

    private Apps() {}

    /**
     * Opens the app of that slug and makes its realm the session's.
     *
     * @throws ApiException 404 when there is no such realm, it did not opt in, or has a client of the API's name that
     *     is another's; 403 over plain HTTP where the realm asks for TLS
     */
    public static App open(KeycloakSession session, String slug) {
        return served(find(session, slug));
    }

    /**
     * Opens the app of that slug, or else the one that had it until it was renamed lately: for those who verify tokens
     * of before.
     *
     * @throws ApiException as {@link #open(KeycloakSession, String)} does
     */
    public static App openEvenRenamed(KeycloakSession session, String slug) {
        RealmModel realm = session.realms().getRealmByName(slug);
        return served(find(
                session, realm == null ? RealmNameRows.holder(session, slug).orElse(null) : realm));
    }

    /**
     * Opens the app of that slug, also one that is not served.
     *
     * @throws ApiException 404 when there is no such realm or it did not opt in, 403 over plain HTTP where the realm
     *     asks for TLS
     */
    public static App find(KeycloakSession session, String slug) {
        return find(session, session.realms().getRealmByName(slug));
    }

    /**
     * Opens the app of that id or slug, as {@link #find(KeycloakSession, String)} does.
     *
     * @throws ApiException 404 and 403 for the same reasons, 409 for what is one realm's id and another's name: who may
     *     create realms chooses both
     */
    public static App findByIdOrSlug(KeycloakSession session, String idOrSlug) {
        RealmModel byId = session.realms().getRealm(idOrSlug);
        RealmModel byName = session.realms().getRealmByName(idOrSlug);
        if (byId != null && byName != null && !byId.equals(byName)) {
            throw ApiException.conflict(
                    "This is one realm's id and another's name; ask for the first by its name or for the second by"
                            + " its id");
        }
        return find(session, byId == null ? byName : byId);
    }

    /** An app that its transaction is still making: nobody is served by it, and the session's realm stays. */
    public static App unserved(KeycloakSession session, RealmModel realm) {
        return new App(session, realm, null, issuer(session, realm));
    }

    private static Issuer issuer(KeycloakSession session, RealmModel realm) {
        return Issuer.of(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm);
    }

    private static App find(KeycloakSession session, @Nullable RealmModel realm) {
        if (realm == null || !AppModel.isApp(realm)) {
            throw ApiException.notFound();
        }
        session.getContext().setRealm(realm);
        requireTls(session, realm);
        ClientModel client = AppSeeder.ensure(session, realm);
        App app = new App(session, realm, client, issuer(session, realm));
        return app.isServed() ? app.enter() : app;
    }

    private static App served(App app) {
        if (!app.isServed()) {
            throw ApiException.notFound();
        }
        return app;
    }

    /** @throws ApiException 403 over plain HTTP where the realm asks for TLS */
    public static void requireTls(KeycloakSession session, RealmModel realm) {
        if (realm.getSslRequired().isRequired(session.getContext().getConnection()) && !isSecure(session)) {
            throw ApiException.forbidden("HTTPS required");
        }
    }

    private static boolean isSecure(KeycloakSession session) {
        return "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }
}
