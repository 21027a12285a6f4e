/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
import io.github.keycloakheimdall.keycloak.RealmMail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Where a request leaves its mails. They are sent after it committed, by another thread. */
public final class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final KeycloakSession session;
    private final App app;
    private final RealmMail mail;

    public Outbox(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
        this.mail = new RealmMail(session);
    }

    /** Whether the app wants mails sent and has someone to send them. */
    public boolean open() {
        return app.config().notificationsEnabled() && mail.hasSender();
    }

    /**
     * Makes sure that a mail of that kind can go out; the answer depends on nobody's account.
     *
     * @throws ApiException 412 for what is not set up, 503 while the mail server does not answer
     */
    public void requireReady(MailKind kind) {
        if (!app.config().notificationsEnabled()) {
            throw ApiException.preconditionFailed("Notifications are off for this app", "ENVOI_NOT_ENABLED");
        }
        if (!mail.hasSender()) {
            throw ApiException.preconditionFailed(
                    "The realm's email settings name no host or no sender", "ENVOI_SENDER_NOT_CONFIGURED");
        }
        if (cleared(kind)) {
            throw ApiException.preconditionFailed(
                    "The template of this mail is cleared", "ENVOI_TEMPLATE_NOT_CONFIGURED");
        }
        if (!mail.hasTemplate(kind.template())) {
            throw ApiException.preconditionFailed(
                    "No email theme has the template " + kind.template(), "ENVOI_TEMPLATE_NOT_CONFIGURED");
        }
        if (!MailQueue.hasRoom() || !mail.serverAnswers()) {
            throw ApiException.unavailable("The mail server does not answer", "ENVOI_DISPATCH_FAILED");
        }
    }

    /** The language for mails to the user. */
    public Locale localeOf(UserModel user) {
        return mail.localeOf(user);
    }

    /**
     * A mail about a code.
     *
     * @param code null for a mail without one
     * @param more what else the template shows
     */
    public Mail compose(MailKind kind, String to, Locale locale, String code, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        String name = app.realm().getDisplayName();
        values.put("appName", name == null || name.isBlank() ? app.slug() : name);
        String suffix = code == null ? "" : code;
        values.put("code", suffix);
        if (app.config().webOrigin() != null) {
            values.put("link", app.config().webOrigin() + kind.page() + suffix);
        }
        return new Mail(kind, to, locale, values);
    }

    /** Sends the mail once the request committed, if the app wants that kind; a failure is logged and harms nobody. */
    public void sendAfterCommit(Mail ready) {
        if (cleared(ready.kind())) {
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = app.id();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                queue(factory, realmId, ready);
            }

            @Override
            protected void rollbackImpl() {
                LOG.debugf("The request was rolled back; %s is not sent", ready);
            }
        });
    }

    private boolean cleared(MailKind kind) {
        return new ClearedTemplates(app.realm()).has(kind);
    }

    private static void queue(KeycloakSessionFactory factory, String realmId, Mail ready) {
        try {
            MailQueue.add(() -> OwnTransaction.run(factory, own -> {
                own.getContext().setRealm(own.realms().getRealm(realmId));
                send(own, ready);
            }));
        } catch (RejectedExecutionException full) {
            LOG.warnf("Too many mails are waiting; a mail of kind %s in realm %s is dropped", ready.kind(), realmId);
        }
    }

    private static void send(KeycloakSession own, Mail ready) {
        try {
            new RealmMail(own)
                    .send(
                            ready.to(),
                            ready.kind().template(),
                            ready.kind().subjectKey(),
                            ready.locale(),
                            ready.values());
        } catch (EmailException e) {
            LOG.warnf(e, "A mail of kind %s could not be sent", ready.kind());
        }
    }
}
