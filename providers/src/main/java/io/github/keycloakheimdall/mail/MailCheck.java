/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.Finding;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm's mail server takes the app's mails. Asks nobody: what became of the last one is remembered. */
public final class MailCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return MailTrouble.isOf(realm.getId())
                ? Stream.of(Finding.warning(
                        "mail_failing",
                        "The mail server did not take the last mail that this node had for it.",
                        "Look for the reason in the log, and test the connection in Realm settings, Email."))
                : Stream.empty();
    }
}
