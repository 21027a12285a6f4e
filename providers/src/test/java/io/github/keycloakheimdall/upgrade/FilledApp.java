/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.Platform.Machine;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;

/** An app with users, roles, a tenant, sessions, a factor, a key, a machine client and a webhook whose events wait. */
final class FilledApp {

    static final TestUser ADA = TestUser.named("ada");
    static final TestUser BOB = TestUser.named("bob");
    static final TestUser EVE = TestUser.named("eve");
    static final TestUser WAITING = TestUser.named("waiting");

    static final String ROLE_CHANGED = "tenant.member.role_changed";

    final App app;
    final Tokens revoked;
    final Enrolled factor;
    final String tenant;
    final String key;
    final Machine machine;
    private Tokens ada;
    private Tokens inside;
    private Tokens eve;

    FilledApp(RunningKeycloak server, Receiver receiver) {
        app = App.fresh().withRealm(OtpPolicy.wide()).createOn(server);
        ada = app.api().signedUp(ADA);
        app.realm().giveRole(ada.userId(), "admin");
        revoked = app.api().signedIn(ADA);
        app.api().revokeSession(ada.access(), revoked.sessionId()).statusCode(204);
        factor = new MfaApi(app.api()).enrolled(app.api().signedUp(BOB).access(), "phone");
        eve = app.api().signedUp(EVE);

        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "North"))
                .statusCode(201)
                .extract()
                .path("id");
        addToTenant(ada, "admin");
        addToTenant(eve, "member");
        inside = Tokens.of(app.api()
                .as(app.api().signedIn(ADA).access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));

        key = app.platform().key("auth.user.verify.create");
        machine = app.platform().machine("user.read");
        // What it tells waits until the receiver answers, which it does after the last upgrade.
        receiver.replying(503);
        app.platform()
                .as(
                        Method.PUT,
                        "/webhook",
                        Map.of("url", receiver.url(), "event_types", List.of("user.signup", ROLE_CHANGED)))
                .statusCode(200);
        app.api().signedUp(WAITING);
    }

    Tokens ada() {
        return ada;
    }

    Tokens eve() {
        return eve;
    }

    /** Those of Ada's session inside the tenant. */
    Tokens inside() {
        return inside;
    }

    /** Each of the sessions goes on as what it was, and each member of the tenant is what they were. */
    void assertKept() {
        app.api().me(ada.access()).statusCode(200);
        ada = refreshed(ada);
        eve = refreshed(eve);
        inside = refreshed(inside);
        assertThat(inside.accessJwt().claims()).containsEntry("org_id", tenant).containsEntry("org_role", "admin");

        List<Map<String, Object>> members = app.platform()
                .as(Method.GET, "/tenants/" + tenant + "/members", null)
                .statusCode(200)
                .extract()
                .path("data");
        assertThat(members)
                .extracting(member -> member.get("account_id") + " " + member.get("role_name"))
                .containsExactlyInAnyOrder(ada.userId() + " admin", eve.userId() + " member");
    }

    /** The role that somebody has in the tenant. */
    String roleInTenant(Tokens user) {
        return app.platform()
                .as(Method.GET, "/tenants/" + tenant + "/members", null)
                .statusCode(200)
                .extract()
                .path("data.find { it.account_id == '" + user.userId() + "' }.role_name");
    }

    private Tokens refreshed(Tokens tokens) {
        Tokens next = Tokens.of(app.api().refresh(tokens.refresh()));
        assertThat(next.sessionId()).isEqualTo(tokens.sessionId());
        return next;
    }

    private void addToTenant(Tokens user, String role) {
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", user.userId(), "role_name", role))
                .statusCode(201);
    }
}
