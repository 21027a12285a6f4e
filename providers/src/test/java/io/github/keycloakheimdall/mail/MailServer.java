/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server that keeps what it gets. One for the whole run; each test reads the mails to its own address. */
public final class MailServer {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);
    private static final GreenMail SERVER = start();

    private MailServer() {}

    /** The realm setting that sends mail here. */
    public static Map<String, String> smtp() {
        return Map.of(
                "host", "localhost",
                "port", Integer.toString(SERVER.getSmtp().getPort()),
                "from", "no-reply@acme.example",
                "fromDisplayName", "Acme");
    }

    /** The first mail to the address, once it is there. */
    public static ReceivedMail first(String address) {
        return nth(address, 1);
    }

    /** The first mail to the address, if it comes that soon. */
    public static ReceivedMail first(String address, Duration within) {
        await("mail to " + address).atMost(within).until(() -> !to(address).isEmpty());
        return to(address).get(0);
    }

    /** The mail to the address that came as the n-th, once it is there. */
    public static ReceivedMail nth(String address, int n) {
        await("mail " + n + " to " + address)
                .atMost(ARRIVES_WITHIN)
                .until(() -> to(address).size() >= n);
        return to(address).get(n - 1);
    }

    /** What came to the address so far, in order. */
    public static List<ReceivedMail> to(String address) {
        List<ReceivedMail> found = new ArrayList<>();
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            try {
                if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                    found.add(ReceivedMail.of(message));
                }
            } catch (MessagingException e) {
                throw new IllegalStateException("not a mail", e);
            }
        }
        return found;
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
