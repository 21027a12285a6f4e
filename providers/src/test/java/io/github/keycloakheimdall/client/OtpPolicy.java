/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import java.util.HashMap;
import java.util.Map;

/** A realm's rules for one-time passwords. Keycloak takes them from a representation as a whole or not at all. */
public final class OtpPolicy {

    private OtpPolicy() {}

    /** Keycloak's defaults, but with five windows either way, so that a test has more than one code to use up. */
    public static Map<String, Object> wide() {
        return new HashMap<>(Map.of(
                "otpPolicyType", "totp",
                "otpPolicyAlgorithm", "HmacSHA1",
                "otpPolicyInitialCounter", 0,
                "otpPolicyDigits", 6,
                "otpPolicyPeriod", 30,
                "otpPolicyLookAheadWindow", 5,
                "otpPolicyCodeReusable", false));
    }

    /** The same, and a code may be used again. */
    public static Map<String, Object> reusable() {
        Map<String, Object> policy = wide();
        policy.put("otpPolicyCodeReusable", true);
        return policy;
    }
}
