/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** A customer's backend: it calls an app with an API key. */
public final class Backend {

    private final HeimdallApi api;
    private final String key;

    private Backend(HeimdallApi api, String key) {
        this.api = api;
        this.key = key;
    }

    /** One whose key has these permissions. */
    public static Backend of(App app, String... permissions) {
        String key = app.admin()
                .succeed(
                        Method.POST,
                        "/v1/apps/" + app.slug() + "/api-keys",
                        Map.of("name", "backend", "permissions", List.of(permissions)))
                .jsonPath()
                .getString("key");
        return new Backend(app.api(), key);
    }

    /** One that may make and mail codes. */
    public static Backend forCodes(App app) {
        return of(
                app,
                "auth.user.verify.create",
                "auth.user.verify.send-email",
                "auth.user.password-reset.create",
                "auth.user.password-reset.send-email");
    }

    public ValidatableResponse requestVerification(Map<String, ?> contact) {
        return api.as(key, Method.POST, "/auth/request-verification", contact);
    }

    public ValidatableResponse sendVerificationEmail(String email) {
        return api.as(key, Method.POST, "/auth/send-verification-email", Map.of("email", email));
    }

    public ValidatableResponse requestPasswordReset(Map<String, ?> contact) {
        return api.as(key, Method.POST, "/auth/request-password-reset", contact);
    }

    public ValidatableResponse sendPasswordResetEmail(String email) {
        return api.as(key, Method.POST, "/auth/send-password-reset-email", Map.of("email", email));
    }

    /** Verifies a contact as its owner would; returns its id. */
    public String verify(Map<String, ?> contact) {
        String code = requestVerification(contact).statusCode(201).extract().path("code");
        return api.verifyContact(code).statusCode(200).extract().path("contact_id");
    }
}
