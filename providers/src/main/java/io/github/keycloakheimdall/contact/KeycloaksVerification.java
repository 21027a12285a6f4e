/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.event.GlobalListener;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Has an email that Keycloak's own link verifies mean here what one verified by a code does. Listens in every realm and
 * acts in apps, within the transaction of what happened.
 */
public final class KeycloaksVerification extends GlobalListener {

    public KeycloaksVerification() {
        super("heimdall-verification");
    }

    /** What an admin says of an email is the admin's word, and no proof, so only what users do is heard. */
    @Override
    protected void heard(KeycloakSession session, Event event) {
        if (event.getType() == EventType.VERIFY_EMAIL) {
            verified(session, event);
        }
    }

    /** A link in a mail proves the mailbox, and says nothing of who holds the account. */
    private static void verified(KeycloakSession session, Event event) {
        RealmModel realm = session.getContext().getRealm();
        boolean ours = Events.isOurs(event);
        UserModel user = ours || event.getUserId() == null || realm == null || !AppModel.isApp(realm)
                ? null
                : session.users().getUserById(realm, event.getUserId());
        if (user == null || !user.isEmailVerified()) {
            return;
        }
        new Contacts(session, realm).primaryEmail(user).ifPresent(email -> {
            new MailboxProofs(session, realm).note(user, email);
            new Claims(session, realm).drop(email.type(), email.value(), user);
        });
    }
}
