/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.factor.TotpSecret;
import io.github.keycloakheimdall.keycloak.runtime.QrCode;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * What an authenticator app needs to make codes.
 *
 * @param secret in Base32
 * @param period seconds that a code lives
 */
record TotpEnrolment(String otpauthUri, String secret, String qrDataUrl, String algorithm, int digits, int period)
        implements EnrolmentData {

    static TotpEnrolment of(App app, UserModel user, TotpSecret secret, @Nullable String label) {
        String issuer = app.realm().getDisplayName();
        String account = label == null ? user.getUsername() : user.getUsername() + " (" + label + ')';
        String uri = secret.uri(issuer == null || issuer.isBlank() ? app.slug() : issuer, account);
        return new TotpEnrolment(
                uri,
                secret.base32(),
                QrCode.dataUrl(uri),
                secret.policy().getAlgorithmKey(),
                secret.policy().getDigits(),
                secret.policy().getPeriod());
    }
}
