/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.realm.RealmMail;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/** Writes mails as they would be sent, about nobody. */
final class MailPreviews {

    private static final Logger LOG = Logger.getLogger(MailPreviews.class);

    private static final String CODE = "123456";
    private static final Map<String, Object> MADE_UP = Map.of(
            "name",
            "Ada Lovelace",
            "minutes",
            15,
            "hours",
            72,
            "change",
            SecurityChange.PASSWORD_CHANGED.messageKey(),
            "what",
            "a***@example.com",
            "time",
            "2026-11-26 10:00 UTC",
            "from",
            "192.0.2.1");

    private final KeycloakSession session;
    private final App app;

    MailPreviews(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** @throws ApiException 412 where the theme has no such template, or none that can be processed */
    MailPreview of(MailKind kind, Locale locale) {
        RealmMail mail = new RealmMail(session);
        if (!mail.hasTemplate(kind.template())) {
            throw unusable(kind);
        }
        Mail made = new Outbox(app).compose(kind, "ada@example.com", locale, CODE, MADE_UP);
        try {
            return MailPreview.of(mail.write(kind.template(), kind.subjectKey(), locale, made.values()));
        } catch (EmailException e) {
            LOG.warnf(e, "The mail %s cannot be shown in realm %s", kind, app.slug());
            throw unusable(kind);
        }
    }

    private static ApiException unusable(MailKind kind) {
        return ApiException.preconditionFailed(
                "No email theme has a template " + kind.template() + " that works", "ENVOI_TEMPLATE_NOT_CONFIGURED");
    }
}
