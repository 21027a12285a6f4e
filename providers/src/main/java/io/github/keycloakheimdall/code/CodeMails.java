/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Mails codes, so often to one address only, and records each. */
final class CodeMails {

    private static final int SECONDS_A_MINUTE = 60;

    private final KeycloakSession session;
    private final App app;
    private final MailKind kind;
    private final EventType recordedAs;

    CodeMails(App app, MailKind kind, EventType recordedAs) {
        this.session = app.session();
        this.app = app;
        this.kind = kind;
        this.recordedAs = recordedAs;
    }

    /** Whether the address gets one more; to be asked once for each, before its code is made. */
    boolean allows(UserModel user, String address) {
        boolean allowed = new Outbox(app).allows(kind, address);
        if (!allowed) {
            event(user, address).detail(Details.REASON, "too_many_mails").error(Errors.EMAIL_SEND_FAILED);
        }
        return allowed;
    }

    /** Sends a code that was allowed, once the request committed. */
    void send(UserModel user, String address, IssuedCode issued) {
        Outbox outbox = new Outbox(app);
        outbox.sendAllowed(outbox.compose(
                kind,
                address,
                outbox.localeOf(user),
                issued.code(),
                Map.of("minutes", app.config().codeTtl() / SECONDS_A_MINUTE)));
        event(user, address).success();
    }

    /**
     * Sends a mail that was allowed without a code, once the request committed.
     *
     * @param reason why there is no code, for the record
     */
    void sendOtherwise(MailKind other, UserModel user, String address, String reason) {
        Outbox outbox = new Outbox(app);
        outbox.sendAllowed(outbox.compose(other, address, outbox.localeOf(user), null, Map.of()));
        event(user, address).detail(Details.REASON, reason).error(Errors.RESET_CREDENTIAL_DISABLED);
    }

    private EventBuilder event(UserModel user, String address) {
        return new Events(session).of(recordedAs, user).detail(Details.EMAIL, address);
    }
}
