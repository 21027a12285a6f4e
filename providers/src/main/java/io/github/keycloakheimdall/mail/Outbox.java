/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.realm.MailServer;
import io.github.keycloakheimdall.keycloak.realm.RealmMail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Where a request leaves its mails. They are sent after it committed, by another thread. */
public final class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final KeycloakSession session;
    private final App app;
    private final MailServer server;
    private final RealmMail mail;

    public Outbox(App app) {
        this.session = app.session();
        this.app = app;
        this.server = new MailServer(session);
        this.mail = new RealmMail(session);
    }

    /** Whether the app wants mails sent and has someone to send them. */
    public boolean open() {
        return app.config().notificationsEnabled() && server.hasSender();
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
        if (!server.hasSender()) {
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
        if (!MailQueue.hasRoom(app.id()) || !MailServerProbe.answers(app.id(), server)) {
            throw TryLater.unavailable("The mail server does not answer", "ENVOI_DISPATCH_FAILED");
        }
    }

    /** The language for mails to the user; the realm's for null. */
    public Locale localeOf(@Nullable UserModel user) {
        return mail.localeOf(user);
    }

    /**
     * A mail about a code.
     *
     * @param code null for a mail without one
     * @param more what else the template shows
     */
    public Mail compose(MailKind kind, String to, Locale locale, @Nullable String code, Map<String, Object> more) {
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

    /**
     * Takes one mail out of what an address gets from this app in an hour. To be asked before a code is made: one that
     * is not mailed would end the one that was.
     *
     * @return false when the address had enough of that kind; no answer may tell
     */
    public boolean allows(MailKind kind, String address) {
        boolean allowed =
                MailAllowance.take(app.id(), kind, Callers.backendIfAny(session).isPresent(), address);
        if (!allowed) {
            MailMetrics.HELD_BACK.count();
            LOG.debugf("An address in realm %s had enough mails of kind %s", app.slug(), kind);
        }
        return allowed;
    }

    /**
     * Sends the mail once the request committed, if the app wants that kind and the address did not have enough of it;
     * a failure is logged and harms nobody.
     */
    public void sendAfterCommit(Mail ready) {
        if (!cleared(ready.kind()) && allows(ready.kind(), ready.to())) {
            sendAllowed(ready);
        }
    }

    /** The same for a mail that {@link #allows} let through already. */
    public void sendAllowed(Mail ready) {
        if (cleared(ready.kind())) {
            return;
        }
        MailDispatch dispatch = new MailDispatch(session.getKeycloakSessionFactory(), app.id(), server.name(), ready);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                dispatch.queue();
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
}
