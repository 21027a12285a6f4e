/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.factor.Attempts;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.factors.PendingFactors.Pending;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import io.github.keycloakheimdall.mailedfactor.EmailCodes;
import io.github.keycloakheimdall.mailedfactor.EmailFactors;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import io.github.keycloakheimdall.mailedfactor.MaskedEmail;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How a factor comes whose codes are mailed. */
final class MailedEnrolment {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final EmailFactors emails;

    MailedEnrolment(App app, UserModel user) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.emails = new EmailFactors(app, user);
    }

    /**
     * Mails the code that confirms it.
     *
     * @param label its name, which is free, or null
     * @param contactId null for the primary email
     * @throws ApiException 404, 409 and 412 as of {@link EmailFactors}, 429 where a code was sent a moment ago
     */
    StartedEnrolment start(@Nullable String label, @Nullable String contactId) {
        emails.requireOffered();
        Contact contact = emails.choose(contactId);
        Pending started = new Pending(
                UUID.randomUUID().toString(), null, contact.id(), label, Instant.ofEpochSecond(Clock.seconds()));
        MailedCode sent = codes(started).sendToEnrol(started.id(), contact);
        new PendingFactors(session, user).put(started);
        return new StartedEnrolment(started.factor(), EmailEnrolment.of(sent));
    }

    /**
     * Makes sure that the code is the one that was mailed, which is used up by it, and that its address is still there.
     *
     * @return where the factor's codes are to go
     * @throws ApiException 400 for a wrong code, 429 after five, and as {@link #start}
     */
    Contact requireProven(Pending found, @Nullable String code) {
        emails.requireOffered();
        if (new Attempts(session, "heimdall.enrolment-code:" + found.id(), PendingFactors.LIFESPAN_SECONDS).take()
                == 0) {
            throw TryLater.tooManyAttempts("Too many wrong codes; start again", PendingFactors.LIFESPAN_SECONDS);
        }
        if (code == null || !codes(found).useToEnrol(found.id(), TypedCode.plain(code))) {
            throw ApiException.invalid(
                    "code",
                    code == null ? FieldFault.REQUIRED : FieldFault.WRONG_CODE,
                    "must be the code that was mailed");
        }
        return emails.choose(found.contactId());
    }

    /**
     * Makes an enabled factor for someone who is not there to confirm it; arguments and refusals are those of a start.
     */
    ProvisionedFactor provision(@Nullable String label, @Nullable String contactId) {
        emails.requireOffered();
        UserLock.acquire(session, user);
        Contact contact = emails.choose(contactId);
        Factor enabled = enable(UUID.randomUUID().toString(), contact, label);
        EmailEnrolment enrolment = new EmailEnrolment(MaskedEmail.of(contact.value()), null);
        return new ProvisionedFactor(enabled, enrolment, new Factors(session, user).mintRecoveryCodes());
    }

    Factor enable(String id, Contact contact, @Nullable String label) {
        return new Factors(session, user).enableByMail(id, contact.id(), MaskedEmail.of(contact.value()), label);
    }

    private EmailCodes codes(Pending pending) {
        return new EmailCodes(app, user, "enrolment:" + pending.id());
    }
}
