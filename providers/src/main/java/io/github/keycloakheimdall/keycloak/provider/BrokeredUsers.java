/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.broker.provider.IdentityProviderMapperSyncModeDelegate;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accounts that are linked to identities of one provider, and what its mappers make of them. */
public final class BrokeredUsers {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Brokered who;

    public BrokeredUsers(KeycloakSession session, Brokered who) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.who = who;
    }

    /** Lets the provider's mappers look at what it said, before anything is made of it; once for each sign-in. */
    public void prepare() {
        mappers((mapper, model) -> mapper.preprocessFederatedIdentity(session, realm, model, who.context()));
        if (!UpstreamIdentity.isKeepable(who.id())) {
            // Everyone whose mapped id is empty would be one and the same user.
            throw MapperFailure.of(who.alias(), "its mappers leave no id");
        }
    }

    /** The account that is linked to the identity; null if there is none. */
    public @Nullable UserModel find() {
        return session.users().getUserByFederatedIdentity(realm, who.identity());
    }

    /** Whether the account is linked to somebody of this provider. */
    public boolean isLinked(UserModel user) {
        return session.users().getFederatedIdentity(realm, user, who.alias()) != null;
    }

    /** Links the account to the identity. */
    public void link(UserModel user) {
        session.users().addFederatedIdentity(realm, user, who.identity());
    }

    /** Says of an account that was made a moment ago what provider and mappers have to say. */
    public void describe(UserModel account) {
        UserModel made = new MappedUser(account, username -> false);
        who.upstream().importNewUser(session, realm, made, who.context());
        mappers((mapper, model) -> mapper.importNewUser(session, realm, made, model, who.context()));
        for (Map.Entry<String, List<String>> attribute :
                who.context().getAttributes().entrySet()) {
            made.setAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    /**
     * Brings an account up to date, as far as the provider's and its mappers' sync modes want it.
     *
     * @param usernames which names it may get
     */
    public void update(UserModel account, Predicate<String> usernames) {
        UserModel user = new MappedUser(account, usernames);
        who.upstream().updateBrokeredUser(session, realm, user, who.context());
        mappers((mapper, model) -> IdentityProviderMapperSyncModeDelegate.delegateUpdateBrokeredUser(
                session, realm, user, model, who.context(), mapper));
        FederatedIdentityModel said = who.identity();
        FederatedIdentityModel kept = session.users().getFederatedIdentity(realm, account, who.alias());
        if (said.getToken() != null && kept != null && !said.getToken().equals(kept.getToken())) {
            session.users().updateFederatedIdentity(realm, account, said);
        }
    }

    private void mappers(BiConsumer<IdentityProviderMapper, IdentityProviderMapperModel> each) {
        session.identityProviders()
                .getMappersByAliasStream(who.alias())
                .toList()
                .forEach(model -> apply(each, model));
    }

    private void apply(
            BiConsumer<IdentityProviderMapper, IdentityProviderMapperModel> each, IdentityProviderMapperModel model) {
        IdentityProviderMapper mapper = (IdentityProviderMapper) session.getKeycloakSessionFactory()
                .getProviderFactory(IdentityProviderMapper.class, model.getIdentityProviderMapper());
        if (mapper == null) {
            throw MapperFailure.of(who.alias(), "it has a mapper of a kind that is not there");
        }
        try {
            each.accept(mapper, model);
        } catch (RuntimeException failure) {
            throw MapperFailure.of(failure, model);
        }
    }
}
