/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.adapter.InMemoryUserAdapter;
import org.keycloak.storage.user.UserRegistrationProvider;

/**
 * The entry that a new account got in the directory behind its realm. A directory has no part in the transaction: what
 * it was given stays there, whatever becomes of the request.
 */
final class DirectoryEntry {

    private static final Logger LOG = Logger.getLogger(DirectoryEntry.class);

    private DirectoryEntry() {}

    /**
     * Deletes the entry if the session's transaction is rolled back. Does nothing for an account that is Keycloak's
     * alone.
     *
     * @param made an account that this transaction has made, and no other: its entry is lost with the rollback
     */
    static void undoAtRollback(KeycloakSession session, UserModel made) {
        String store = made.isFederated() ? made.getFederationLink() : new StorageId(made.getId()).getProviderId();
        if (store == null) {
            return;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                LOG.debugf("The directory keeps the entry of %s", made.getId());
            }

            @Override
            protected void rollbackImpl() {
                try {
                    OwnTransaction.run(session, own -> delete(own, store, made));
                } catch (RuntimeException refused) {
                    // The refusal's own reason must come through.
                    LOG.errorf(
                            refused,
                            "The directory has an entry that no account has, and it has to be deleted by hand: %s",
                            made.getFirstAttribute(LDAPConstants.LDAP_ENTRY_DN));
                }
            }
        });
    }

    /** Whether an LDAP directory waits for attributes before it has the entry; Keycloak fails only after its commit. */
    static boolean isOutstanding(KeycloakSession session, UserModel made) {
        return made.isFederated()
                && isLdap(session.getContext().getRealm().getComponent(made.getFederationLink()))
                && made.getFirstAttribute(LDAPConstants.LDAP_ID) == null;
    }

    private static boolean isLdap(ComponentModel store) {
        return store.getProviderId().equals(LDAPConstants.LDAP_PROVIDER);
    }

    private static void delete(KeycloakSession own, String store, UserModel made) {
        RealmModel realm = own.getContext().getRealm();
        ComponentModel component = realm.getComponent(store);
        if (isLdap(component) && made.getFirstAttribute(LDAPConstants.LDAP_ID) == null) {
            return;
        }
        UserStorageProviderFactory<?> factory = (UserStorageProviderFactory<?>) own.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId());
        UserStorageProvider provider = factory.create(own, component);
        own.enlistForClose(provider);
        if (provider instanceof UserRegistrationProvider directory) {
            directory.removeUser(realm, copy(own, realm, made));
        }
    }

    private static UserModel copy(KeycloakSession own, RealmModel realm, UserModel made) {
        UserModel copy = new InMemoryUserAdapter(own, realm, made.getId());
        made.getAttributes().forEach(copy::setAttribute);
        copy.setFederationLink(made.getFederationLink());
        return copy;
    }
}
