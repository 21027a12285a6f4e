/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.Finding;
import io.github.keycloakheimdall.keycloak.realm.MailServer;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the app's mails go out. Asks no mail server: what became of the last mail is remembered. */
public final class MailCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.concat(failing(realm), notMailed(session, realm));
    }

    private static Stream<Finding> failing(RealmModel realm) {
        return MailTrouble.isOf(realm.getId())
                ? Stream.of(Finding.warning(
                        "mail_failing",
                        "The mail server did not take the last mail that this node had for it.",
                        "Look for the reason in the log, and test the connection in Realm settings, Email."))
                : Stream.empty();
    }

    /** Who has to verify their email before they get in, waits for a code. */
    private static Stream<Finding> notMailed(KeycloakSession session, RealmModel realm) {
        boolean mailed = AuthConfig.of(realm).notificationsEnabled()
                && new MailServer(session).hasSender()
                && !new ClearedTemplates(realm).has(MailKind.VERIFICATION);
        return mailed || !realm.isVerifyEmail()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "verification_not_mailed",
                        "The realm lets nobody in whose email is not verified, and the app mails no codes for that.",
                        "Set up the realm's email and the app's notifications with their verification template; leave"
                                + " it if a backend of yours hands the codes on."));
    }
}
