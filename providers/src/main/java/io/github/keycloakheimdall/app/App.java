/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.RoleMemory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** The app that a request is for. Lives as long as the request. */
public final class App {

    private static final String ATTRIBUTE = App.class.getName();

    private final RealmModel realm;
    private final ClientModel client;
    private final AuthConfig config;
    private final Issuer issuer;
    private final RoleMemory roleMemory;

    private App(KeycloakSession session, RealmModel realm, ClientModel client, Issuer issuer) {
        this.realm = realm;
        this.client = client;
        this.config = AuthConfig.remembered(realm);
        this.issuer = issuer;
        this.roleMemory = new RoleMemory(session, realm);
    }

    /**
     * Opens the app of that slug and makes its realm the session's.
     *
     * @throws ApiException 404 when there is no such realm or it did not opt in, 403 over plain HTTP where the realm
     *     asks for TLS
     */
    public static App open(KeycloakSession session, String slug) {
        return open(session, session.realms().getRealmByName(slug));
    }

    /**
     * Opens the app of that id or slug, as {@link #open(KeycloakSession, String)} does.
     *
     * @throws ApiException 404 and 403 for the same reasons, 409 for what is one realm's id and another's name: who may
     *     create realms chooses both
     */
    public static App openByIdOrSlug(KeycloakSession session, String idOrSlug) {
        RealmModel byId = session.realms().getRealm(idOrSlug);
        RealmModel byName = session.realms().getRealmByName(idOrSlug);
        if (byId != null && byName != null && !byId.equals(byName)) {
            throw ApiException.conflict("This is one realm's id and another's name; use the id of the one you mean");
        }
        return open(session, byId == null ? byName : byId);
    }

    private static App open(KeycloakSession session, RealmModel realm) {
        if (realm == null || !AppModel.isApp(realm)) {
            throw ApiException.notFound();
        }
        session.getContext().setRealm(realm);
        requireTls(session, realm);
        ClientModel client = AppSeeder.ensure(session, realm);
        session.getContext().setClient(client);
        App app = new App(
                session,
                realm,
                client,
                Issuer.of(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm));
        session.setAttribute(ATTRIBUTE, app);
        return app;
    }

    /** The app that this session's request opened. */
    public static App current(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE, App.class);
    }

    private static void requireTls(KeycloakSession session, RealmModel realm) {
        boolean secure =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!secure && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw ApiException.forbidden("HTTPS required");
        }
    }

    /** @throws ApiException 403 {@code APP_SUSPENDED} unless the app serves its users */
    public App requireActive() {
        if (config.status() != AppStatus.ACTIVE || !realm.isEnabled() || !client.isEnabled()) {
            throw ApiException.forbidden("This app is suspended", "APP_SUSPENDED");
        }
        return this;
    }

    /**
     * Takes in what was edited in the console since: gives the owner each new permission, and every role and permission
     * its times. Done before the session has read any of them, in a transaction of its own.
     */
    public void sync(KeycloakSession session) {
        AppSeeder.seed(session.getKeycloakSessionFactory(), id());
    }

    /** The same app as another transaction of the request sees it. */
    public App in(KeycloakSession own) {
        RealmModel same = own.realms().getRealm(id());
        own.getContext().setRealm(same);
        App app = new App(own, same, same.getClientById(client.getId()), issuer);
        own.getContext().setClient(app.client);
        own.setAttribute(ATTRIBUTE, app);
        return app;
    }

    public RealmModel realm() {
        return realm;
    }

    public ClientModel client() {
        return client;
    }

    public AuthConfig config() {
        return config;
    }

    /** What is known of the realm's roles. */
    public RoleMemory roleMemory() {
        return roleMemory;
    }

    public String slug() {
        return realm.getName();
    }

    public String id() {
        return realm.getId();
    }

    /** The {@code iss} of this app's tokens: the server's public base URL and the slug, as a URL is written. */
    public String issuer() {
        return issuer.url();
    }

    /** Whether that is the {@code iss} of a token of this app, of an earlier version's too. */
    public boolean issued(String iss) {
        return issuer.isOf(iss);
    }

    /** The public URL of a route of this API, given with its leading slash. */
    public String url(String route) {
        return issuer() + "/v1" + route;
    }
}
