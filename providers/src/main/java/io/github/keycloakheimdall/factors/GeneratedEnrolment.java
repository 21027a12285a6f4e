/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.factor.TotpSecret;
import io.github.keycloakheimdall.factors.PendingFactors.Pending;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** How a factor comes whose codes an authenticator app makes. */
final class GeneratedEnrolment {

    private final App app;
    private final UserModel user;
    private final Factors factors;

    GeneratedEnrolment(App app, UserModel user) {
        this.app = app;
        this.user = user;
        this.factors = new Factors(app.session(), user);
    }

    /** @param label its name, which is free, or null */
    StartedEnrolment start(@Nullable String label) {
        TotpSecret secret = random();
        Pending started = new Pending(
                UUID.randomUUID().toString(), secret.base32(), null, label, Instant.ofEpochSecond(Clock.seconds()));
        new PendingFactors(app.session(), user).put(started);
        return new StartedEnrolment(started.factor(), TotpEnrolment.of(app, user, secret, label));
    }

    /**
     * Makes sure that the codes are of that secret and of now.
     *
     * @return the codes, as they were made
     * @throws ApiException 400 for others
     */
    List<String> requireProven(String base32, @Nullable List<String> typed) {
        List<String> codes =
                typed == null ? List.of() : typed.stream().map(TypedCode::plain).toList();
        if (codes.isEmpty() || !secret(base32).consecutive(codes.get(0), codes.get(1), Clock.seconds())) {
            throw ApiException.invalid(
                    "codes",
                    codes.isEmpty() ? FieldFault.REQUIRED : FieldFault.WRONG_CODE,
                    "must be two codes of consecutive windows");
        }
        return codes;
    }

    /** @param codes that proved it, and prove nothing else */
    Factor enable(Pending found, String base32, List<String> codes) {
        Factor enabled = factors.enable(found.id(), secret(base32), found.label());
        factors.useUp(enabled, codes);
        return enabled;
    }

    /** Makes an enabled factor for someone who is not there to confirm it. */
    ProvisionedFactor provision(@Nullable String label) {
        TotpSecret secret = random();
        Factor enabled = factors.enable(UUID.randomUUID().toString(), secret, label);
        return new ProvisionedFactor(enabled, TotpEnrolment.of(app, user, secret, label), factors.mintRecoveryCodes());
    }

    private TotpSecret random() {
        return TotpSecret.random(app.realm().getOTPPolicy());
    }

    private TotpSecret secret(String base32) {
        return new TotpSecret(base32, app.realm().getOTPPolicy());
    }
}
