/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** The routes of an app that have to do with second factors. */
public final class MfaApi {

    private final HeimdallApi api;

    public MfaApi(HeimdallApi api) {
        this.api = api;
    }

    public ValidatableResponse factors(String bearer) {
        return api.as(bearer, Method.GET, "/me/mfa/factors", null);
    }

    public ValidatableResponse enrol(String bearer, String label) {
        return api.as(bearer, Method.POST, "/me/mfa/factors", Map.of("type", "totp", "label", label));
    }

    public ValidatableResponse confirm(String bearer, String factorId, String first, String second) {
        return api.as(
                bearer,
                Method.POST,
                "/me/mfa/factors/" + factorId + "/verify",
                Map.of("codes", List.of(first, second)));
    }

    public ValidatableResponse disable(String bearer, String factorId) {
        return api.as(bearer, Method.DELETE, "/me/mfa/factors/" + factorId, null);
    }

    public ValidatableResponse regenerate(String bearer) {
        return api.as(bearer, Method.POST, "/me/mfa/recovery-codes/regenerate", null);
    }

    public ValidatableResponse stepUp(String bearer, String code) {
        return api.as(bearer, Method.POST, "/me/mfa/step-up", Map.of("code", code));
    }

    public ValidatableResponse verify(String mfaToken, String code) {
        return post("/auth/mfa/verify", Map.of("mfa_token", mfaToken, "code", code));
    }

    public ValidatableResponse recover(String mfaToken, String recoveryCode) {
        return post("/auth/mfa/recover", Map.of("mfa_token", mfaToken, "recovery_code", recoveryCode));
    }

    /** Signs in with the password, which must bring a challenge; gives back its token. */
    public String challenged(TestUser user) {
        return api.signin(user).statusCode(200).extract().path("mfa_token");
    }

    /** Enrols and confirms a factor, which must work. Uses up the codes of the windows -4 and -3. */
    public Enrolled enrolled(String bearer, String label) {
        ValidatableResponse started = enrol(bearer, label).statusCode(201);
        AuthenticatorApp phone = new AuthenticatorApp(started.extract().path("enrollment.secret"));
        String id = started.extract().path("factor.id");
        List<String> codes = confirm(bearer, id, phone.code(-4), phone.code(-3))
                .statusCode(200)
                .extract()
                .path("recovery_codes");
        return new Enrolled(id, phone, codes);
    }

    /** A factor that is enabled, the phone that makes its codes, and the recovery codes that came with it. */
    public record Enrolled(String id, AuthenticatorApp phone, List<String> recoveryCodes) {}

    private ValidatableResponse post(String path, Map<String, String> body) {
        return api.request(Method.POST, path, body, Map.of()).then();
    }
}
