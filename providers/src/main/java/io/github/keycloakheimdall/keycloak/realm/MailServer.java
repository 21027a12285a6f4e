/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The server that takes a realm's mails, and the address that they are sent from: the realm's SMTP settings. */
public final class MailServer {

    /** The realm attribute with the sender that this API may not send from. */
    public static final String CLEARED_SENDER = "heimdall.cleared_sender";

    private static final int CONNECT_MILLIS = 3000;
    private static final int SMTP_PORT = 25;
    private static final int ASCII = 0x7f;

    private final KeycloakSession session;
    private final RealmModel realm;

    public MailServer(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether the realm names a server and a sender that was not cleared. */
    public boolean hasSender() {
        return isSet(realm.getSmtpConfig().get("host")) && sender() != null;
    }

    /** Names the server that takes the realm's mails. */
    public String name() {
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
        if (!isWritable(smtp, address)) {
            return false;
        }
        try {
            session.getProvider(EmailSenderProvider.class).validate(smtp);
        } catch (EmailException refused) {
            return false;
        }
        realm.removeAttribute(CLEARED_SENDER);
        realm.setSmtpConfig(smtp);
        return true;
    }

    /** Keycloak before 26.7 saves an address that it cannot send from, and whose realm a later one does not save. */
    private static boolean isWritable(Map<String, String> smtp, String address) {
        return Boolean.parseBoolean(smtp.get(EmailSenderProvider.CONFIG_ALLOW_UTF8))
                || address.substring(0, address.lastIndexOf('@') + 1).chars().allMatch(letter -> letter <= ASCII);
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
    public boolean answers() {
        Map<String, String> smtp = realm.getSmtpConfig();
        try (Socket socket = new Socket()) {
            int port = isSet(smtp.get("port")) ? Integer.parseInt(smtp.get("port")) : SMTP_PORT;
            socket.connect(new InetSocketAddress(smtp.get("host"), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
