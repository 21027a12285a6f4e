/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second factors that only Keycloak's own pages can ask for. */
class OtherSecondFactorIT {

    private static final String REFUSAL = "{\"statusCode\":401,\"message\":\"Invalid credentials\"}";

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();

    @Test
    void givenASecurityKey_whenThePasswordIsRight_thenNoSession() {
        has(List.of(credential("webauthn")));

        app.api()
                .signin(ada)
                .statusCode(403)
                .body("code", equalTo("SECOND_FACTOR_UNSUPPORTED"))
                .body("access_token", nullValue());
        app.api().signin(ada.username(), "wrong").statusCode(401).body(equalTo(REFUSAL));
    }

    @Test
    void givenASecurityKey_whenThePasswordWasReset_thenNoSessionEither() {
        has(List.of(credential("webauthn")));
        String code = Backend.forCodes(app)
                .requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorse1").statusCode(204);

        app.api().signin(ada.withPassword("AnotherHorse1")).statusCode(403);
    }

    @Test
    void givenASecurityKeyAndAPhone_whenThePasswordIsRight_thenThePhoneIsAskedFor() {
        has(List.of(credential("webauthn"), otp()));

        app.api()
                .signin(ada)
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("factors[0].type", equalTo("totp"));
    }

    @Test
    void givenAPasskeyInsteadOfAPassword_whenThePasswordIsRight_thenTokensAsAtKeycloaksPage() {
        has(List.of(credential("webauthn-passwordless")));

        app.api().signin(ada).statusCode(200);
    }

    private void has(List<Map<String, Object>> credentials) {
        List<Map<String, Object>> all = new ArrayList<>(credentials);
        all.add(Map.of("type", "password", "value", ada.password()));
        app.realm()
                .call(
                        Method.POST,
                        "/users",
                        Map.of(
                                "username",
                                ada.username(),
                                "email",
                                ada.email(),
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "credentials",
                                all));
    }

    private static Map<String, Object> credential(String type) {
        return Map.of(
                "type",
                type,
                "userLabel",
                "key",
                "secretData",
                "{}",
                "credentialData",
                "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"AAAA\",\"counter\":0,"
                        + "\"credentialPublicKey\":\"AAAA\",\"attestationStatementFormat\":\"none\"}");
    }

    private static Map<String, Object> otp() {
        return Map.of(
                "type",
                "otp",
                "userLabel",
                "phone",
                "secretData",
                "{\"value\":\"JBSWY3DPEHPK3PXP\"}",
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }
}
