/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.factors.PendingFactors.Pending;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.token.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** How a factor comes and goes. */
final class Enrolment {

    private final Factors factors;
    private final PendingFactors pending;
    private final GeneratedEnrolment generated;
    private final MailedEnrolment mailed;

    Enrolment(App app, UserModel user) {
        this.factors = new Factors(app.session(), user);
        this.pending = new PendingFactors(app.session(), user);
        this.generated = new GeneratedEnrolment(app, user);
        this.mailed = new MailedEnrolment(app, user);
    }

    FactorList list() {
        return new FactorList(Stream.concat(factors.enabled().stream(), pending.find().map(Pending::factor).stream())
                .toList());
    }

    /** @throws ApiException 409 when the user has a factor of that label */
    StartedEnrolment start(@Nullable String label) {
        requireFreeLabel(label);
        return generated.start(label);
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
        Factor enabled = base32 == null
                ? confirmMailed(found, request.code())
                : confirmGenerated(found, base32, request.codes());
        FactorKind kind = found.isByMail() ? FactorKind.EMAIL : FactorKind.TOTP;
        Proof.of(userSession).with(kind.amr(), Clock.seconds()).remember(userSession);
        return new ConfirmedFactor(enabled, factors.mintRecoveryCodes());
    }

    private Factor confirmGenerated(Pending found, String base32, @Nullable List<String> typed) {
        List<String> codes = generated.requireProven(base32, typed);
        finish(found);
        return generated.enable(found, base32, codes);
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
        return generated.provision(label);
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
