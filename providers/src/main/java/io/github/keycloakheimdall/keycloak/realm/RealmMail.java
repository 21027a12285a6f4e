/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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

    /** The realm attribute with the sender that this API may not send from. */
    public static final String CLEARED_SENDER = "heimdall.cleared_sender";

    private static final String OWN_THEME = "heimdall";
    private static final int CONNECT_MILLIS = 3000;
    private static final int SMTP_PORT = 25;

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

    /** Whether the realm names a server and a sender that was not cleared. */
    public boolean hasSender() {
        return isSet(realm.getSmtpConfig().get("host")) && sender() != null;
    }

    /** Names the server that takes the realm's mails. */
    public String server() {
        Map<String, String> smtp = realm.getSmtpConfig();
        return smtp.get("host") + ':' + smtp.get("port");
    }

    /** The address that this API sends from, which is the realm's unless that was cleared, or null. */
    public @Nullable String sender() {
        String from = realm.getSmtpConfig().get("from");
        return from != null && !from.isBlank() && !from.equals(realm.getAttribute(CLEARED_SENDER)) ? from : null;
    }

    /** Has all the realm's mail sent from that address; false, and nothing changes, when Keycloak would not save it. */
    public boolean changeSender(String address) {
        Map<String, String> smtp = new HashMap<>(realm.getSmtpConfig());
        smtp.put("from", address);
        try {
            session.getProvider(EmailSenderProvider.class).validate(smtp);
        } catch (EmailException refused) {
            return false;
        }
        realm.removeAttribute(CLEARED_SENDER);
        realm.setSmtpConfig(smtp);
        return true;
    }

    /**
     * Has this API send no mail from the address. It stays: Keycloak saves no realm whose mail server has no sender.
     */
    public void clearSender() {
        String from = realm.getSmtpConfig().get("from");
        if (isSet(from)) {
            realm.setAttribute(CLEARED_SENDER, from);
        }
    }

    /** Whether something listens where the mail server should be; asks for three seconds at most. */
    public boolean serverAnswers() {
        Map<String, String> smtp = realm.getSmtpConfig();
        try (Socket socket = new Socket()) {
            int port = isSet(smtp.get("port")) ? Integer.parseInt(smtp.get("port")) : SMTP_PORT;
            socket.connect(new InetSocketAddress(smtp.get("host"), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
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

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
