/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** A user whose email is verified, and the second factor whose codes go there. */
final class MailedUser {

    static final Map<String, String> MAIL = Map.of("type", "email");

    private final App app;
    private final TestUser user;
    private Tokens tokens;

    private MailedUser(App app, TestUser user, Tokens tokens) {
        this.app = app;
        this.user = user;
        this.tokens = tokens;
    }

    /** An app that sends mail, and takes more wrong codes than a test sends. */
    static App app() {
        return App.fresh()
                .withRealm(OtpPolicy.wide())
                .with("heimdall.notifications_enabled", "true")
                .with("heimdall.max_failed_login_attempts", "100")
                .withRealm("bruteForceProtected", true)
                .withRealm("failureFactor", 100)
                .withRealm("quickLoginCheckMilliSeconds", 0)
                .withRealm("smtpServer", MailServer.smtp());
    }

    static MailedUser signedUp(App app, TestUser user) {
        Tokens tokens = app.api().signedUp(user);
        app.api().verifyContact(MailServer.first(user.email()).code()).statusCode(200);
        return new MailedUser(app, user, tokens);
    }

    TestUser user() {
        return user;
    }

    String email() {
        return user.email();
    }

    Tokens tokens() {
        return tokens;
    }

    /** Enrols the primary email, which takes the first mailed code; gives back the factor's id. */
    String enrolled() {
        String id = startedId();
        confirm(id, mailed(1)).statusCode(200);
        renew();
        return id;
    }

    /** Only a new bearer tells that the factor was just proved, which changes ask for from then on. */
    void renew() {
        tokens = Tokens.of(app.api().refresh(tokens.refresh()));
    }

    String startedId() {
        return start(MAIL).statusCode(201).extract().path("factor.id");
    }

    ValidatableResponse start(Map<String, ?> body) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/factors", body);
    }

    ValidatableResponse confirm(String id, String code) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/factors/" + id + "/verify", Map.of("code", code));
    }

    ValidatableResponse send(String token, String factorId) {
        return app.api()
                .request(
                        Method.POST, "/auth/mfa/send-code", Map.of("mfa_token", token, "factor_id", factorId), Map.of())
                .then();
    }

    ValidatableResponse stepUpSend(Map<String, ?> body) {
        return app.api().as(tokens.access(), Method.POST, "/me/mfa/step-up/send-code", body);
    }

    int told(String action) {
        return app.platform()
                .as(Method.GET, "/audit-logs?actor_id=" + tokens.userId() + "&action=" + action, null)
                .statusCode(200)
                .extract()
                .path("data.size()");
    }

    /** The token of a challenge, which a signin must bring. */
    String challenged() {
        return new MfaApi(app.api()).challenged(user);
    }

    /** The n-th code that was mailed for the factor, counted from one. */
    String mailed(int n) {
        return MailedFactors.code(user.email(), n);
    }
}
