/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.allowance.TokenBuckets;
import io.github.keycloakheimdall.app.AppSeen;
import io.github.keycloakheimdall.keycloak.realm.RealmMail;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Hands a mail over to the threads that send it, apart from the request. A failure is logged and harms nobody.
 *
 * @param server whom the mail is handed to
 */
record MailDispatch(KeycloakSessionFactory factory, String realmId, String server, Mail mail) {

    private static final Logger LOG = Logger.getLogger(MailDispatch.class);

    private static final int REALMS = 1_000;

    private static final TokenBuckets<String> DROPS = new TokenBuckets<>(Duration.ofMinutes(1), REALMS);

    void queue() {
        try {
            MailQueue.add(realmId, server, () -> OwnTransaction.run(factory, this::send));
        } catch (RejectedExecutionException full) {
            MailMetrics.DROPPED.count();
            // One line tells of a flood; the metric counts it.
            if (DROPS.take(realmId, 1) == 0) {
                LOG.warnf("Too many mails of realm %s are waiting; they are dropped", realmId);
            }
        }
    }

    private void send(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        own.getContext().setRealm(realm);
        try {
            new RealmMail(own)
                    .send(mail.to(), mail.kind().template(), mail.kind().subjectKey(), mail.locale(), mail.values());
            MailMetrics.SENT.count();
            tell(own, true);
        } catch (EmailException e) {
            MailMetrics.FAILED.count();
            tell(own, false);
            LOG.warnf(e, "A mail of kind %s could not be sent", mail.kind());
        }
    }

    private void tell(KeycloakSession own, boolean sent) {
        if (MailTrouble.note(realmId, sent)) {
            AfterCommit.run(own, () -> factory.publish(new AppSeen(realmId)));
        }
    }
}
