/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.factor.TotpSecret;
import io.github.keycloakheimdall.factors.PendingFactors.Pending;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.token.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** How a factor comes and goes. */
final class Enrolment {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final Factors factors;
    private final PendingFactors pending;
    private final MailedEnrolment mailed;

    Enrolment(App app, UserModel user) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.factors = new Factors(session, user);
        this.pending = new PendingFactors(session, user);
        this.mailed = new MailedEnrolment(app, user);
    }

    FactorList list() {
        return new FactorList(Stream.concat(factors.enabled().stream(), pending.find().map(Pending::factor).stream())
                .toList());
    }

    /** @throws ApiException 409 when the user has a factor of that label */
    StartedEnrolment start(@Nullable String label) {
        requireFreeLabel(label);
        TotpSecret secret = TotpSecret.random(app.realm().getOTPPolicy());
        Pending started = new Pending(
                UUID.randomUUID().toString(), secret.base32(), null, label, Instant.ofEpochSecond(Clock.seconds()));
        pending.put(started);
        return new StartedEnrolment(started.factor(), TotpEnrolment.of(app, user, secret, label));
    }

    /** The same of a factor by mail, as {@link MailedEnrolment#start} has it. */
    StartedEnrolment startByMail(@Nullable String label, @Nullable String contactId) {
        requireFreeLabel(label);
        return mailed.start(label, contactId);
    }

    /**
     * Enables a factor.
     *
     * @param userSession the session in which it was proved by this
     * @throws ApiException 400 for wrong codes and for a factor that is enabled already, 404 when there is none
     */
    ConfirmedFactor confirm(String id, ConfirmRequest request, UserSessionModel userSession) {
        Pending found = find(id).orElseThrow(() ->
                isEnabled(id) ? ApiException.badRequest("The factor is enabled already") : ApiException.notFound());
        String base32 = found.secret();
        Factor enabled =
                base32 == null ? confirmMailed(found, request.code()) : confirm(found, base32, request.codes());
        FactorKind kind = found.isByMail() ? FactorKind.EMAIL : FactorKind.TOTP;
        Proof.of(userSession).with(kind.amr(), Clock.seconds()).remember(userSession);
        return new ConfirmedFactor(enabled, factors.mintRecoveryCodes());
    }

    private Factor confirm(Pending found, String base32, @Nullable List<String> typed) {
        List<String> codes =
                typed == null ? List.of() : typed.stream().map(TypedCode::plain).toList();
        TotpSecret secret = new TotpSecret(base32, app.realm().getOTPPolicy());
        if (codes.isEmpty() || !secret.consecutive(codes.get(0), codes.get(1), Clock.seconds())) {
            throw ApiException.invalid("codes", "must be two codes of consecutive windows");
        }
        finish(found);
        Factor enabled = factors.enable(found.id(), secret, found.label());
        factors.useUp(enabled, codes);
        return enabled;
    }

    private Factor confirmMailed(Pending found, @Nullable String code) {
        Contact contact = mailed.requireProven(found, code);
        finish(found);
        return mailed.enable(found.id(), contact, found.label());
    }

    private void finish(Pending found) {
        requireFreeLabel(found.label());
        if (!pending.remove()) {
            throw ApiException.badRequest("The factor is enabled already");
        }
    }

    /** The same of a factor by mail, as {@link MailedEnrolment#provision} has it. */
    ProvisionedFactor provisionByMail(@Nullable String label, @Nullable String contactId) {
        requireFreeLabel(label);
        return mailed.provision(label, contactId);
    }

    /** Makes an enabled factor for someone who is not there to confirm it. */
    ProvisionedFactor provision(@Nullable String label) {
        requireFreeLabel(label);
        TotpSecret secret = TotpSecret.random(app.realm().getOTPPolicy());
        Factor enabled = factors.enable(UUID.randomUUID().toString(), secret, label);
        return new ProvisionedFactor(enabled, TotpEnrolment.of(app, user, secret, label), factors.mintRecoveryCodes());
    }

    /**
     * Takes a factor away.
     *
     * @return whether it was enabled
     * @throws ApiException 404 when the user has no such factor
     */
    boolean disable(String id) {
        if (find(id).isPresent()) {
            pending.remove();
            return false;
        }
        if (!factors.disable(id)) {
            throw ApiException.notFound();
        }
        return true;
    }

    private void requireFreeLabel(@Nullable String label) {
        if (label != null && factors.hasLabel(label)) {
            throw ApiException.conflict("A factor of this label exists");
        }
    }

    private Optional<Pending> find(String id) {
        return pending.find().filter(found -> found.id().equals(id));
    }

    private boolean isEnabled(String id) {
        return factors.enabled().stream().anyMatch(factor -> factor.id().equals(id));
    }
}
