/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each thing that happens is told once, whichever door it came through. */
class WebhookEventsIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(OtpPolicy.wide())
            .withRealm("organizationsEnabled", true)
            .with("heimdall.max_failed_login_attempts", "100")
            .withRealm("failureFactor", 100);

    static final String[] ALL = {
        "user.signup",
        "user.signin",
        "user.contact_verified",
        "user.email_verified",
        "user.password_reset.requested",
        "user.password_reset.completed",
        "user.suspended",
        "user.deactivated",
        "user.reinstated",
        "user.role_changed",
        "user.deleted",
        "tenant.created",
        "tenant.updated",
        "tenant.deleted",
        "tenant.member.added",
        "tenant.member.removed",
        "tenant.member.role_changed",
        "tenant.invite.created",
        "tenant.invite.accepted",
        "tenant.invite.revoked",
        "app.slug_changed",
        "user.mfa.factor_enrolled",
        "user.mfa.factor_disabled",
        "user.mfa.recovery_code_used",
        "user.mfa.step_up_succeeded",
        "user.mfa.step_up_locked",
        "user.mfa.enrollment_required",
        "user.mfa.reenrollment_required"
    };

    private final Receiver receiver = new Receiver();
    private final Hook hook = new Hook(app);
    private final TestUser ada = TestUser.ada();

    @BeforeEach
    void subscribe() {
        hook.tell(receiver.url(), ALL);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void givenASignup_thenItAndTheSigninAreToldInTheFormThatThePageSays() {
        Tokens tokens = app.api().signedUp(ada);

        Receiver.Delivery signup = receiver.await("user.signup");
        JsonPath body = signup.json();
        assertThat(body.getString("id"))
                .startsWith("evt_")
                .isEqualTo(signup.headers().get("webhook-id"));
        assertThat(body.getString("app.id")).isEqualTo(app.realm().read().get("id"));
        assertThat(body.getString("app.slug")).isEqualTo(app.slug());
        assertThat(body.getString("created_at")).endsWith("Z");
        assertThat(body.<String, String>getMap("data"))
                .containsEntry("account_id", tokens.userId())
                .containsEntry("username", ada.username())
                .containsEntry("email", ada.email());
        assertThat(signup.headers()).containsEntry("content-type", "application/json; charset=UTF-8");
        assertThat(receiver.await("user.signin").json().getString("data.session_id"))
                .isEqualTo(tokens.sessionId());
        told("user.signup", "user.signin");
    }

    @Test
    void givenARefusedSignin_thenNothingIsTold() {
        app.api().signedUp(ada);
        receiver.await("user.signin");

        app.api().signin(ada.withPassword("wrong-Password")).statusCode(401);
        app.api().signup(ada).statusCode(409);

        told("user.signup", "user.signin");
    }

    @Test
    void givenAVerifiedEmailAndAReset_thenEachIsToldOnceWithoutTheCodes() {
        app.api().signedUp(ada);
        Backend backend = Backend.forCodes(app);
        backend.verify(Map.of("email", ada.email()));
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);

        told(
                "user.signup",
                "user.signin",
                "user.contact_verified",
                "user.email_verified",
                "user.password_reset.requested",
                "user.password_reset.completed");
        assertThat(receiver.deliveries()).noneMatch(delivery -> delivery.body().contains(code));
    }

    @Test
    void givenAnAdminHere_whenTheStatusTheRoleAndTheAccountChange_thenEachIsToldOnce() {
        String id = app.api().signedUp(ada).userId();
        String path = "/end-users/" + id;
        status(path, "suspended");
        status(path, "active");
        status(path, "deactivated");
        app.platform()
                .as(Method.PATCH, path + "/role", Map.of("role_name", "admin"))
                .statusCode(200);
        app.platform().as(Method.PATCH, path, Map.of("display_name", "Another")).statusCode(200);
        app.platform().as(Method.DELETE, path, null).statusCode(204);

        told(
                "user.signup",
                "user.signin",
                "user.suspended",
                "user.reinstated",
                "user.deactivated",
                "user.role_changed",
                "user.deleted");
        assertThat(receiver.of("user.role_changed").get(0).json().<String, String>getMap("data"))
                .containsEntry("role_name", "admin")
                .containsEntry("previous_role_name", "member");
        assertThat(receiver.of("user.suspended").get(0).json().getString("data.previous_status"))
                .isEqualTo("active");
    }

    @Test
    void givenTheConsole_whenTheSameChangesThere_thenTheSameIsToldAndASaveThatChangesNothingIsNot() {
        String id = app.api().signedUp(ada).userId();
        app.realm().updateUser(id, Map.of("firstName", "Ada"));
        app.realm().enableUser(id, false);
        app.realm().enableUser(id, false);
        app.realm().enableUser(id, true);
        app.realm().updateUser(id, Map.of("emailVerified", true));
        app.realm().updateUser(id, Map.of("firstName", "Augusta"));
        app.realm().giveRole(id, "admin");
        app.realm().takeRole(id, "admin");
        app.realm().updateUser(id, Map.of("requiredActions", List.of("CONFIGURE_TOTP")));
        app.realm().deleteUser(id);

        told(
                "user.signup",
                "user.signin",
                "user.suspended",
                "user.reinstated",
                "user.email_verified",
                "user.role_changed",
                "user.role_changed",
                "user.mfa.enrollment_required",
                "user.deleted");
    }

    @Test
    void givenSecondFactors_thenWhatBecomesOfThemIsTold() {
        MfaApi mfa = new MfaApi(app.api());
        Tokens first = app.api().signedUp(ada);
        Tokens second = app.api().signedIn(ada);
        MfaApi.Enrolled factor = mfa.enrolled(first.access(), "phone");
        mfa.stepUp(second.access(), factor.phone().code(0)).statusCode(200);
        mfa.recover(mfa.challenged(ada), factor.recoveryCodes().get(0)).statusCode(200);
        for (int i = 0; i < 5; i++) {
            mfa.stepUp(first.access(), "00000" + i).statusCode(401);
        }
        mfa.stepUp(first.access(), factor.phone().code(1)).statusCode(429);
        app.realm().updateUser(first.userId(), Map.of("requiredActions", List.of("CONFIGURE_TOTP")));
        app.realm().call(Method.DELETE, "/users/" + first.userId() + "/credentials/" + factor.id(), null);

        told(
                "user.signup",
                "user.signin",
                "user.signin",
                "user.signin",
                "user.mfa.factor_enrolled",
                "user.mfa.step_up_succeeded",
                "user.mfa.recovery_code_used",
                "user.mfa.step_up_locked",
                "user.mfa.reenrollment_required",
                "user.mfa.factor_disabled");
        assertThat(receiver.deliveries())
                .noneMatch(delivery -> factor.recoveryCodes().stream().anyMatch(delivery.body()::contains));
        assertThat(receiver.of("user.mfa.factor_enrolled").get(0).json().<String, String>getMap("data"))
                .containsEntry("factor_id", factor.id())
                .containsEntry("factor_type", "totp");
    }

    @Test
    void givenTenantsHere_thenWhatBecomesOfThemAndTheirMembersIsTold() {
        String id = app.api().signedUp(ada).userId();
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Shop " + ada.username()))
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/tenants/" + tenant;
        Map<String, String> member = Map.of("account_id", id, "role_name", "member");
        app.platform()
                .as(Method.PATCH, path, Map.of("display_name", "S " + ada.username()))
                .statusCode(200);
        app.platform().as(Method.POST, path + "/members", member).statusCode(201);
        app.platform()
                .as(Method.PATCH, path + "/members/" + id, Map.of("role_name", "admin"))
                .statusCode(200);
        app.platform().as(Method.DELETE, path + "/members/" + id, null).statusCode(204);
        app.platform().as(Method.POST, path + "/members", member).statusCode(201);
        app.platform().as(Method.DELETE, path, null).statusCode(204);

        told(
                "user.signup",
                "user.signin",
                "tenant.created",
                "tenant.updated",
                "tenant.member.added",
                "tenant.member.role_changed",
                "tenant.member.removed",
                "tenant.member.added",
                "tenant.deleted");
        assertThat(receiver.of("tenant.member.role_changed").get(0).json().<String, String>getMap("data"))
                .containsEntry("account_id", id)
                .containsEntry("role_name", "admin")
                .containsEntry("previous_role_name", "member");
    }

    @Test
    void givenOrganizationsInTheConsole_thenTheSameIsTold() {
        String id = app.api().signedUp(ada).userId();
        String name = "shop-" + ada.username();
        app.realm().call(Method.POST, "/organizations", organization(name, name));
        Map<String, Object> made =
                app.realm().list("/organizations?search=" + name).get(0);
        String path = "/organizations/" + made.get("id");
        app.realm().call(Method.PUT, path, organization(name, name + " 2"));
        app.realm().call(Method.POST, path + "/members", id);
        app.realm().call(Method.DELETE, path, null);

        told("user.signup", "user.signin", "tenant.created", "tenant.updated", "tenant.member.added", "tenant.deleted");
    }

    @Test
    void givenARenamedRealm_thenTheNewSlugIsToldAndTheOldOne() {
        try (App renamed = App.fresh().createOn(app.server())) {
            new Hook(renamed).tell(receiver.url(), "app.slug_changed");
            String name = renamed.slug() + "-2";
            renamed.realm().update(Map.of("realm", name));
            try {
                JsonPath told = receiver.await("app.slug_changed").json();
                assertThat(told.getString("app.slug")).isEqualTo(name);
                assertThat(told.<String, String>getMap("data"))
                        .containsEntry("slug", name)
                        .containsEntry("previous_slug", renamed.slug());
            } finally {
                renamed.admin().realm(name).update(Map.of("realm", renamed.slug()));
            }
        }
    }

    @Test
    void givenAnAppThatWantsLittle_thenNothingElseIsTold() {
        hook.tell(receiver.url(), "user.signin");
        app.api().signedUp(ada);
        receiver.await("user.signin");
        hook.tell(receiver.url());
        app.api().signedIn(ada);
        hook.tell(receiver.url(), "user.signin");

        told("user.signin");
    }

    @Test
    void givenNoWebhookAnyMore_thenNothingIsTold() {
        hook.call(Method.DELETE, "").statusCode(204);
        app.api().signedUp(ada);
        hook.tell(receiver.url(), ALL);
        app.api().signedIn(ada);

        told("user.signin");
    }

    private static Map<String, Object> organization(String alias, String name) {
        return Map.of(
                "name",
                name,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                List.of(Map.of("name", alias + ".example.com")));
    }

    private static void status(String path, String status) {
        app.platform()
                .as(Method.PATCH, path + "/status", Map.of("status", status))
                .statusCode(200);
    }

    private void told(String... types) {
        Told.exactly(app, receiver, types);
    }
}
