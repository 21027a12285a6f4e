/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.realm.RealmSecret;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Notes;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Codes by mail that prove a second factor, at one place: a challenge, a session, an enrolment. What was mailed for one
 * place is nothing at another, each works once, and the newest alone. Kept as a keyed hash where every node finds it.
 * Guesses are limited by whoever takes them.
 */
public final class EmailCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    static final int LIFESPAN_SECONDS = 300;
    private static final int PAUSE_SECONDS = 30;
    private static final String PREFIX = "heimdall.mfa-code:";
    private static final String PAUSE = "heimdall.mfa-mail:";
    private static final String HASH = "hash";
    private static final String FACTOR = "factor";

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final String place;

    /** @param place where the codes are good, which no other user has */
    public EmailCodes(App app, UserModel user, String place) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.place = place;
    }

    /**
     * Mails a code, once the request committed; the one before it dies.
     *
     * @param factorId the factor that it is to prove
     * @param until when the place ends, in seconds since the epoch
     * @throws ApiException 412 or 503 when no mail can go out, 429 when the address just got one, or many
     */
    public MailedCode send(String factorId, Contact to, long until) {
        return send(factorId, to, until, to.id());
    }

    /** The same for a factor that is being enrolled, whose mails keep none of an enabled one back. */
    public MailedCode sendToEnrol(String factorId, Contact to) {
        return send(factorId, to, Long.MAX_VALUE, "enrolment:" + user.getId());
    }

    private MailedCode send(String factorId, Contact to, long until, String pauses) {
        Outbox outbox = new Outbox(app);
        outbox.requireReady(MailKind.MFA_CODE);
        if (!session.singleUseObjects().putIfAbsent(PAUSE + pauses, PAUSE_SECONDS)) {
            throw TryLater.tooManyAttempts("A code was sent a moment ago", PAUSE_SECONDS);
        }
        if (!outbox.allows(MailKind.MFA_CODE, to.value())) {
            session.singleUseObjects().remove(PAUSE + pauses);
            throw TryLater.tooManyAttempts("Too many codes were sent to this address", 10L * 60);
        }
        String code = String.format("%06d", RANDOM.nextInt(1_000_000));
        long expiry = Math.min(until, Clock.seconds() + (long) LIFESPAN_SECONDS);
        int lifespan = (int) Math.max(1, expiry - Clock.seconds());
        session.singleUseObjects().put(PREFIX + place, lifespan, Map.of(HASH, hash(code), FACTOR, factorId));
        outbox.sendAllowed(outbox.compose(
                MailKind.MFA_CODE, to.value(), outbox.localeOf(user), code, Map.of("minutes", LIFESPAN_SECONDS / 60)));
        return new MailedCode(MaskedEmail.of(to.value()), Instant.ofEpochSecond(expiry));
    }

    /** Whether a code is on its way, or lies there. */
    boolean waiting() {
        return session.singleUseObjects().contains(PREFIX + place);
    }

    /** Voids what was mailed. */
    void drop() {
        session.singleUseObjects().remove(PREFIX + place);
    }

    /**
     * Uses a code up; false when it is not the newest one of this place, or its factor or the address is gone since.
     */
    public boolean use(String code) {
        Map<String, String> sent = session.singleUseObjects().get(PREFIX + place);
        return sent != null && new EmailFactors(app, user).reaches(Notes.require(sent, FACTOR)) && take(sent, code);
    }

    /** The same for a factor that is being enrolled. */
    public boolean useToEnrol(String factorId, String code) {
        Map<String, String> sent = session.singleUseObjects().get(PREFIX + place);
        return sent != null && factorId.equals(sent.get(FACTOR)) && take(sent, code);
    }

    private boolean take(Map<String, String> sent, String code) {
        byte[] kept = Notes.require(sent, HASH).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(kept, hash(code).getBytes(StandardCharsets.UTF_8))
                && session.singleUseObjects().remove(PREFIX + place) != null;
    }

    private String hash(String code) {
        return new RealmSecret(session).hash("mfa-code", place + ' ' + user.getId() + ' ' + code);
    }
}
