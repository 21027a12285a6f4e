/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * One of each thing that an app keeps, made by the version that runs then; what is used up is made anew by the next.
 */
final class Estate {

    private final App app;
    private final MfaApi mfa;
    private final TestUser ada = TestUser.ada();
    private final TestUser careful = TestUser.named("careful");
    private final Deque<String> recoveryCodes;
    private final String contact;
    private final String key;
    private final Platform.Machine machine;
    private final String tenant;
    private TestUser invited;
    private String invite;
    private Tokens tokens;

    Estate(App app) {
        this.app = app;
        this.mfa = new MfaApi(app.api());
        tokens = app.api().signedUp(ada);
        contact = "second-" + ada.email();
        app.api().addContact(tokens.access(), "email", contact).statusCode(201);
        recoveryCodes = new ArrayDeque<>(
                mfa.enrolled(app.api().signedUp(careful).access(), "phone").recoveryCodes());
        key = app.platform().key("user.read", "auth.user.verify.create");
        machine = app.platform().machine("user.read");
        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "North"))
                .statusCode(201)
                .extract()
                .path("id");
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", tokens.userId(), "role_name", "admin"))
                .statusCode(201);
        invite();
    }

    /** Fails unless all of it works by the version that runs now. */
    void works() {
        app.api().me(tokens.access()).statusCode(200).body("username", equalTo(ada.username()));
        tokens = Tokens.of(app.api().refresh(tokens.refresh()));
        assertThat(app.api().signedIn(ada).userId()).isEqualTo(tokens.userId());
        app.api().contacts(tokens.access()).statusCode(200).body("data.value", hasItem(contact));
        mfa.recover(mfa.challenged(careful), recoveryCodes.pop()).statusCode(200);
        app.api()
                .as(key, Method.POST, "/auth/request-verification", Map.of("email", ada.email()))
                .statusCode(201);
        app.api()
                .as(app.api().machineToken(machine), Method.GET, "/admin/users/" + tokens.userId(), null)
                .statusCode(200);
        Tokens inside = Tokens.of(
                app.api().as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));
        assertThat(inside.accessJwt().claims()).containsEntry("org_id", tenant).containsEntry("org_role", "admin");
        tokens = inside;
        accept();
        invite();
    }

    private void invite() {
        invited = TestUser.named("invited");
        invite = app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", invited.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private void accept() {
        app.api()
                .request(
                        Method.POST,
                        "/auth/accept-invite",
                        Map.of("code", invite, "password", invited.password(), "username", invited.username()),
                        Map.of())
                .then()
                .statusCode(200);
    }
}
