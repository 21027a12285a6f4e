/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.keycloak.realm.RoleMemory;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The app that a request is for. Lives as long as the request. */
public final class App {

    private static final String ATTRIBUTE = App.class.getName();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final @Nullable ClientModel client;
    private final AuthConfig config;
    private final Issuer issuer;
    private final RoleMemory roleMemory;

    /** @param client null where the app is not served */
    App(KeycloakSession session, RealmModel realm, @Nullable ClientModel client, Issuer issuer) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.config = AuthConfig.remembered(realm);
        this.issuer = issuer;
        this.roleMemory = new RoleMemory(session, realm);
    }

    /** Makes this the app that the session's request opened. */
    App enter() {
        session.getContext().setClient(client);
        session.setAttribute(ATTRIBUTE, this);
        return this;
    }

    /** The app that this session's request opened; null in a request to no app, as to Keycloak's own pages. */
    public static @Nullable App currentIfAny(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE, App.class);
    }

    /** The same in a request that cannot be to anything else. */
    public static App current(KeycloakSession session) {
        return Objects.requireNonNull(currentIfAny(session), "the request opened no app");
    }

    /** @throws ApiException 403 {@code APP_SUSPENDED} or {@code APP_ARCHIVED} unless the app serves its users */
    public App requireActive() {
        if (config.status() == AppStatus.ARCHIVED) {
            throw ApiException.forbidden("This app is archived", "APP_ARCHIVED");
        }
        if (config.status() != AppStatus.ACTIVE || !realm.isEnabled() || !client().isEnabled()) {
            throw ApiException.forbidden("This app is suspended", "APP_SUSPENDED");
        }
        return this;
    }

    /**
     * Takes in what was edited in the console since: gives the owner each new permission, and every role and permission
     * its times. Done before the session has read any of them, in a transaction of its own.
     */
    public void sync() {
        AppSeeder.seed(session.getKeycloakSessionFactory(), id());
    }

    /** The same app as another transaction of the request sees it; 404 where its realm was deleted since. */
    public App in(KeycloakSession own) {
        RealmModel same = Optional.ofNullable(own.realms().getRealm(id())).orElseThrow(ApiException::notFound);
        own.getContext().setRealm(same);
        return new App(own, same, same.getClientById(client().getId()), issuer).enter();
    }

    /** Whether the API serves it: not where the realm's client of the API's name is another's. */
    public boolean isServed() {
        return client != null;
    }

    /** The request's session, or that of the transaction that {@link #in} was given. */
    public KeycloakSession session() {
        return session;
    }

    public RealmModel realm() {
        return realm;
    }

    /**
     * The client that stands for the API.
     *
     * @throws ApiException 404 where the app is not served
     */
    public ClientModel client() {
        if (client == null) {
            throw ApiException.notFound();
        }
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

    /** The {@code iss} of this app's tokens while it had that slug. */
    public String issuerUnder(String name) {
        return issuer.under(name).url();
    }

    /** Whether that is the {@code iss} of a token of this app while it had that slug, of an earlier version's too. */
    boolean issuedUnder(String name, String iss) {
        return (name.equals(slug()) ? issuer : issuer.under(name)).isOf(iss);
    }

    /**
     * The public URL of a route of this API, given with its leading slash; the one below {@code /realms} where no other
     * is served.
     */
    public String url(String route) {
        return ApiPath.isAtRoot(slug()) ? issuer() + "/v1" + route : urlBelowRealms(route);
    }

    /** The one below {@code /realms}, for who came by it: a proxy may let nothing else through. */
    public String urlBelowRealms(String route) {
        return issuer.belowRealms() + "/v1" + route;
    }
}
