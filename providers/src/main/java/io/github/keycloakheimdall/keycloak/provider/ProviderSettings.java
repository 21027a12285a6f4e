/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.provider.IdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/** The identity providers of the session's realm, read and changed as Keycloak's admin REST API does it. */
public final class ProviderSettings {

    private static final String DATABASE = "jpa";

    private final KeycloakSession session;

    public ProviderSettings(KeycloakSession session) {
        this.session = session;
    }

    /**
     * The provider of that alias as the database has it: whoever holds the realm's lock must not build on a cached copy
     * that the holder before is about to drop.
     */
    public Optional<IdentityProviderModel> find(String alias) {
        return Optional.ofNullable(stored().getByAlias(alias));
    }

    /** The providers that are no organization's and by which users could sign in, by their aliases. */
    @SuppressWarnings("deprecation") // What took its place came with 26.5.
    public List<IdentityProviderModel> ofRealm() {
        return stored().getAllStream()
                .filter(model -> model.getOrganizationId() == null)
                .filter(model -> Upstream.serves(session, model))
                .toList();
    }

    /**
     * The aliases of the enabled providers, of organizations too, by which users could sign in and for whom Keycloak's
     * login page has another flow than it begins with, at the first login or after each.
     */
    @SuppressWarnings("deprecation") // What took its place came with 26.5.
    public Stream<String> withFlowsOfTheirOwn(RealmModel realm) {
        return stored().getAllStream()
                .filter(IdentityProviderModel::isEnabled)
                .filter(model -> hasFlowOfItsOwn(realm, model))
                .filter(model -> Upstream.serves(session, model))
                .map(IdentityProviderModel::getAlias);
    }

    private static boolean hasFlowOfItsOwn(RealmModel realm, IdentityProviderModel model) {
        if (model.getPostBrokerLoginFlowId() != null) {
            return true;
        }
        AuthenticationFlowModel first = model.getFirstBrokerLoginFlowId() == null
                ? realm.getFirstBrokerLoginFlow()
                : realm.getAuthenticationFlowById(model.getFirstBrokerLoginFlowId());
        return first != null && !DefaultAuthenticationFlows.FIRST_BROKER_LOGIN_FLOW.equals(first.getAlias());
    }

    /** The settings of a provider that is not there yet, as the console begins them. */
    public IdentityProviderModel fresh(String alias) {
        IdentityProviderFactory<?> factory = (IdentityProviderFactory<?>)
                session.getKeycloakSessionFactory().getProviderFactory(SocialIdentityProvider.class, alias);
        IdentityProviderModel model = factory.createConfig();
        model.setAlias(alias);
        model.setProviderId(alias);
        return model;
    }

    /**
     * Stores the settings, of a new provider too.
     *
     * @throws IllegalArgumentException where Keycloak's own check refuses them; its message is for whoever reads it
     */
    public void save(IdentityProviderModel model) {
        model.validate(session.getContext().getRealm());
        if (model.getInternalId() == null) {
            session.identityProviders().create(model);
        } else {
            session.identityProviders().update(model);
        }
    }

    /** Stores what was noted among the settings of a provider that is there; nobody's choice is checked again. */
    public void note(IdentityProviderModel model) {
        session.identityProviders().update(model);
    }

    /** Removes the provider and its mappers; who is linked to it stays so. False where there is none. */
    public boolean remove(String alias) {
        return stored().getByAlias(alias) != null && session.identityProviders().remove(alias);
    }

    private IdentityProviderStorageProvider stored() {
        return session.getProvider(IdentityProviderStorageProvider.class, DATABASE);
    }
}
