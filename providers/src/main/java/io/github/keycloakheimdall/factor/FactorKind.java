/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/** What a code can come from. */
public enum FactorKind {
    TOTP("totp", OTPCredentialModel.TYPE),
    EMAIL("email", EmailCredentials.TYPE),
    RECOVERY_CODE("recovery_code", RecoveryAuthnCodesCredentialModel.TYPE);

    private final String amr;
    private final String credentialType;

    FactorKind(String amr, String credentialType) {
        this.amr = amr;
        this.credentialType = credentialType;
    }

    /** What the access token's {@code amr} calls it. */
    public String amr() {
        return amr;
    }

    /** What Keycloak calls it, among credentials and, but for mailed codes, among the categories of failures. */
    public String credentialType() {
        return credentialType;
    }
}
