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
     * Where the app is, and tokens of a member, of one whose session was ended, of someone who may read invoices, of a
     * machine client, and of another app's user.
     */
    static Map<String, String> of(App app, App another, TestUser member) {
        Tokens signedIn = Tokens.of(app.api().signin(member));
        Tokens ended = Tokens.of(app.api().signin(member));
        app.api().revokeSession(signedIn.access(), ended.sessionId()).statusCode(204);
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
                accountant(app),
                "HEIMDALL_FOREIGN",
                another.api().signedUp(TestUser.ada()).access(),
                "HEIMDALL_MACHINE",
                app.api().machineToken(app.platform().machine("user.read"))));
    }

    private static String accountant(App app) {
        Tokens joan = app.api().signedUp(TestUser.named("joan"));
        Platform platform = app.platform();
        platform.as(Method.POST, "/permissions", Map.of("resource", "invoice", "action", "read"))
                .statusCode(201);
        platform.as(Method.POST, "/roles", Map.of("name", "accountant")).statusCode(201);
        platform.as(Method.PUT, "/roles/accountant/permissions", Map.of("permissions", List.of("invoice.read")))
                .statusCode(200);
        platform.as(Method.PATCH, "/end-users/" + joan.userId() + "/role", Map.of("role_name", "accountant"))
                .statusCode(200);
        return joan.access();
    }
}
