/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** The identity providers that one user is linked to. */
public final class LinkedIdentities {

    private static final String STORED =
            "select link.identityProvider from FederatedIdentityEntity link where link.user.id = :user";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public LinkedIdentities(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /** What each provider calls the user, by its alias; the empty text where it has no name for them. */
    public SortedMap<String, String> usernames() {
        SortedMap<String, String> usernames = new TreeMap<>();
        session.users()
                .getFederatedIdentitiesStream(realm, user)
                .forEach((FederatedIdentityModel link) ->
                        usernames.put(link.getIdentityProvider(), Objects.requireNonNullElse(link.getUserName(), "")));
        return usernames;
    }

    /** Whether the user gets into the API by another of them, as the database has it now. */
    public boolean opensBesides(String alias) {
        return stored().stream()
                .anyMatch(other ->
                        !other.equals(alias) && Upstream.find(session, other).isPresent());
    }

    /** Whether the user is linked to somebody of that provider, as the database has it now. */
    public boolean has(String alias) {
        return stored().contains(alias);
    }

    /** Whether any account is linked to that identity at a provider. */
    public boolean isAnybodys(String alias, String id) {
        return session.users().getUserByFederatedIdentity(realm, new FederatedIdentityModel(alias, id, null)) != null;
    }

    /** Links the user to that identity at a provider. */
    public void add(String alias, String id, @Nullable String username) {
        session.users().addFederatedIdentity(realm, user, new FederatedIdentityModel(alias, id, username));
    }

    /** Whether an organization manages the account by its provider; Keycloak's own pages then link no other. */
    public boolean areBound() {
        return ProviderOrganization.binds(session, user);
    }

    /** Whether an organization manages the account by that provider, which Keycloak's own pages then do not unlink. */
    public boolean binds(String alias) {
        return ProviderOrganization.binds(session, user, alias);
    }

    public void remove(String alias) {
        session.users().removeFederatedIdentity(realm, user, alias);
    }

    /** The cache learns a moment after the commit of what another request removed. */
    private Collection<String> stored() {
        return StorageId.isLocalStorage(user.getId())
                ? session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery(STORED, String.class)
                        .setParameter("user", user.getId())
                        .getResultList()
                : usernames().keySet();
    }
}
