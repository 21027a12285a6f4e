/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an admin does in the console so that an app offers factors by mail. */
public final class MailedFactors {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    /** What the names of copies of Keycloak's flows end with. */
    private static final String COPY = " by mail";

    private MailedFactors() {}

    /** Has the login page ask for codes by mail, and direct grants refuse who has such a factor. */
    public static void offer(App app) {
        askAtTheLoginPage(app);
        addStep(app, "direct grant", null, "heimdall-no-email-factor", "REQUIRED");
        app.realm().update(Map.of("directGrantFlow", "direct grant by mail"));
    }

    /** The login page alone. */
    public static void askAtTheLoginPage(App app) {
        addStep(app, "browser", "Conditional 2FA", "heimdall-email-code", "ALTERNATIVE");
        app.realm().update(Map.of("browserFlow", "browser by mail"));
    }

    /** The page where a password links an account with an identity. */
    public static void askWhereAccountsAreLinked(App app) {
        addStep(app, "first broker login", "Conditional 2FA", "heimdall-email-code", "ALTERNATIVE");
        app.realm().update(Map.of("firstBrokerLoginFlow", "first broker login by mail"));
    }

    /** The same in another part of the flow, such as one that Keycloak passes over. */
    public static void askAtTheLoginPageIn(App app, String part) {
        addStep(app, "browser", part, "heimdall-email-code", "ALTERNATIVE");
        app.realm().update(Map.of("browserFlow", "browser by mail"));
    }

    /** Has direct grants refuse such users in a part that is not for everybody. */
    public static void refuseWhereCodesAreAsked(App app) {
        addStep(app, "direct grant", "Conditional OTP", "heimdall-no-email-factor", "REQUIRED");
        app.realm().update(Map.of("directGrantFlow", "direct grant by mail"));
    }

    /** Has the login page require a code of an authenticator app, beside which Keycloak knows no alternatives. */
    public static void requireAuthenticatorApps(App app) {
        require(app, "browser by mail", "auth-otp-form", "REQUIRED");
    }

    /** Takes all that back. */
    public static void withdraw(App app) {
        app.realm()
                .update(Map.of(
                        "browserFlow",
                        "browser",
                        "directGrantFlow",
                        "direct grant",
                        "firstBrokerLoginFlow",
                        "first broker login"));
        app.realm().list("/authentication/flows").stream()
                .filter(flow -> flow.get("alias").toString().endsWith(COPY))
                .forEach(flow -> app.realm()
                        .call(Method.DELETE, "/authentication/flows/" + flow.get("id"), null)
                        .then()
                        .statusCode(204));
    }

    /**
     * Adds a step to a copy of Keycloak's flow, which cannot be changed itself.
     *
     * @param part of the name of the flow inside the copy that gets the step; null for the copy itself
     */
    private static void addStep(App app, String flow, String part, String step, String requirement) {
        String copy = flow + COPY;
        post(app, path(flow) + "/copy", Map.of("newName", copy));
        String parent = part == null
                ? copy
                : app.realm().list(path(copy) + "/executions").stream()
                        .filter(each -> Boolean.TRUE.equals(each.get("authenticationFlow")))
                        .map(each -> (String) each.get("displayName"))
                        .filter(name -> name.contains(part))
                        .findFirst()
                        .orElseThrow();
        post(app, path(parent) + "/executions/execution", Map.of("provider", step));
        require(app, parent, step, requirement);
    }

    private static void require(App app, String flow, String step, String requirement) {
        Map<String, Object> found = new HashMap<>(app.realm().list(path(flow) + "/executions").stream()
                .filter(each -> step.equals(each.get("providerId")))
                .findFirst()
                .orElseThrow());
        found.put("requirement", requirement);
        app.realm().call(Method.PUT, path(flow) + "/executions", found).then().statusCode(anyOf(is(202), is(204)));
    }

    /** The n-th code for a factor that was mailed there, counted from one. */
    public static String code(String address, int n) {
        await().atMost(ARRIVES_WITHIN).until(() -> codes(address).size() >= n);
        return codes(address).get(n - 1).code();
    }

    /** The mails with codes for factors that came there. */
    public static List<ReceivedMail> codes(String address) {
        return MailServer.to(address).stream()
                .filter(mail -> mail.subject().contains("sign-in code"))
                .toList();
    }

    private static void post(App app, String path, Map<String, ?> body) {
        app.realm().call(Method.POST, path, body).then().statusCode(201);
    }

    private static String path(String flow) {
        return "/authentication/flows/" + flow.replace(" ", "%20");
    }
}
