/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who calls the backends among the examples, as their tests know them: by variables of the environment. */
final class BackendCallers {

    private BackendCallers() {}

    /**
     * Where the app is, and tokens of a member, of one whose session was ended, of someone who may read invoices, of
     * the same who logged out since, of a machine client, and of another app's user.
     */
    static Map<String, String> of(App app, App another, TestUser member) {
        Tokens signedIn = Tokens.of(app.api().signin(member));
        Tokens ended = Tokens.of(app.api().signin(member));
        app.api().revokeSession(signedIn.access(), ended.sessionId()).statusCode(204);
        TestUser joan = accountant(app);
        Tokens loggedOut = app.api().signedIn(joan);
        app.api().logout(loggedOut.refresh()).statusCode(204);
        return new HashMap<>(Map.of(
                "HEIMDALL_ISSUER",
                app.server().baseUri() + "/" + app.slug(),
                "HEIMDALL_SLUG",
                app.slug(),
                "HEIMDALL_MEMBER",
                signedIn.access(),
                "HEIMDALL_ENDED",
                ended.access(),
                "HEIMDALL_ACCOUNTANT",
                app.api().signedIn(joan).access(),
                "HEIMDALL_LOGGED_OUT",
                loggedOut.access(),
                "HEIMDALL_FOREIGN",
                another.api().signedUp(TestUser.ada()).access(),
                "HEIMDALL_MACHINE",
                app.api().machineToken(app.platform().machine("user.read"))));
    }

    private static TestUser accountant(App app) {
        TestUser joan = TestUser.named("joan");
        String id = app.api().signedUp(joan).userId();
        Platform platform = app.platform();
        platform.as(Method.POST, "/permissions", Map.of("resource", "invoice", "action", "read"))
                .statusCode(201);
        platform.as(Method.POST, "/roles", Map.of("name", "accountant")).statusCode(201);
        platform.as(Method.PUT, "/roles/accountant/permissions", Map.of("permissions", List.of("invoice.read")))
                .statusCode(200);
        platform.as(Method.PATCH, "/end-users/" + id + "/role", Map.of("role_name", "accountant"))
                .statusCode(200);
        return joan;
    }
}
