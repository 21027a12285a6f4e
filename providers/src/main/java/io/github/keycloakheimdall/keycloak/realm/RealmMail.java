/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Writes mails with an email theme and sends them by the realm's SMTP settings. The realm's own email theme is used
 * where it has the template, by itself or from a parent; any other realm gets the theme that comes with this extension.
 */
public final class RealmMail {

    private static final String OWN_THEME = "heimdall";

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmMail(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The language for mails to a user, by Keycloak's rules; the realm's for null. */
    public Locale localeOf(@Nullable UserModel user) {
        return session.getContext().resolveLocale(user);
    }

    /** Whether a theme has the template. */
    public boolean hasTemplate(String template) {
        try {
            Theme theme = theme(template);
            return has(theme, "html/" + template) && has(theme, "text/" + template);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Writes and sends a mail; takes as long as the mail server does. The last that is done in a transaction of its
     * own, which ends before the server is talked to: a server that takes its time holds no connection to the database.
     *
     * @param values what the template shows; {@code code} and {@code appName} are also the subject's
     * @throws EmailException when it could not be written or handed over
     */
    public void send(String to, String template, String subjectKey, Locale locale, Map<String, Object> values)
            throws EmailException {
        WrittenMail mail = write(template, subjectKey, locale, values);
        Map<String, String> smtp = SmtpTimeouts.bound(realm.getSmtpConfig());
        EmailSenderProvider sender = session.getProvider(EmailSenderProvider.class);
        OwnTransaction.endEarly(session);
        sender.send(smtp, to, mail.subject(), mail.text(), mail.html());
    }

    /**
     * Writes a mail and sends it nowhere.
     *
     * @param values as {@link #send} takes them
     * @throws EmailException when the template cannot be processed
     */
    public WrittenMail write(String template, String subjectKey, Locale locale, Map<String, Object> values)
            throws EmailException {
        try {
            Theme theme = theme(template);
            Properties messages = theme.getEnhancedMessages(realm, locale);
            String subject = new MessageFormat(messages.getProperty(subjectKey, subjectKey), locale)
                    .format(new Object[] {values.get("code"), values.get("appName")});
            Map<String, Object> model = new HashMap<>(values);
            model.put("subject", subject);
            model.put("locale", locale.toLanguageTag());
            MailLook.add(messages, model);
            model.put("msg", new MessageMethod(locale, messages));
            FreeMarkerProvider writer = session.getProvider(FreeMarkerProvider.class);
            return new WrittenMail(
                    subject,
                    writer.processTemplate(model, "text/" + template, theme),
                    writer.processTemplate(model, "html/" + template, theme));
        } catch (IOException | FreeMarkerException e) {
            throw new EmailException("the template " + template + " cannot be processed", e);
        }
    }

    private Theme theme(String template) throws IOException {
        Theme realms = session.theme().getTheme(Theme.Type.EMAIL);
        return has(realms, "html/" + template) ? realms : session.theme().getTheme(OWN_THEME, Theme.Type.EMAIL);
    }

    private static boolean has(Theme theme, String file) throws IOException {
        return theme.getTemplate(file) != null;
    }
}
