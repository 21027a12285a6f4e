/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import static io.restassured.http.Method.DELETE;
import static io.restassured.http.Method.GET;
import static io.restassured.http.Method.PATCH;
import static io.restassured.http.Method.POST;
import static io.restassured.http.Method.PUT;

import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** What an app's own users, backends and machines call. */
final class ConsumerWalk {

    private static final String CHANGED = "Another-Password1";

    private final Walk walk;
    private final String key;

    ConsumerWalk(Walk walk) {
        this.walk = walk;
        this.key = walk.app()
                .platform()
                .key(
                        "user.update",
                        "auth.tenant.create",
                        "auth.tenant.read",
                        "auth.tenant.update",
                        "auth.tenant.delete",
                        "auth.tenant.members.add",
                        "auth.tenant.members.update-role",
                        "auth.tenant.members.remove",
                        "auth.user.verify.create",
                        "auth.user.verify.send-email",
                        "auth.user.password-reset.create",
                        "auth.user.password-reset.send-email");
    }

    void run() {
        account();
        contacts();
        codes();
        factors();
        adminLane();
        tenants();
        tokens();
    }

    private void account() {
        TestUser ada = TestUser.named("ada");
        walk.consumer(null, POST, "/auth/signup", ada.signup());
        JsonPath in = signin(ada);
        JsonPath refreshed =
                walk.consumer(null, POST, "/auth/refresh", Map.of("refresh_token", in.getString("refresh_token")));
        String bearer = refreshed.getString("access_token");
        walk.consumer(bearer, GET, "/me", null);
        walk.consumer(bearer, PATCH, "/me", Map.of("display_name", "Countess"));
        walk.consumer(bearer, GET, "/me/permissions", null);
        walk.consumer(bearer, GET, "/me/activity", null);
        String other = Tokens.of(walk.app().api().signin(ada)).sessionId();
        walk.consumer(bearer, GET, "/me/sessions", null);
        walk.consumer(bearer, DELETE, "/me/sessions/{}", null, other);
        walk.consumer(
                bearer,
                POST,
                "/me/change-password",
                Map.of("current_password", ada.password(), "new_password", CHANGED));
        JsonPath last = signin(ada.withPassword(CHANGED));
        walk.consumer(null, POST, "/auth/logout", Map.of("refresh_token", last.getString("refresh_token")));
        walk.consumer(signin(ada.withPassword(CHANGED)).getString("access_token"), DELETE, "/me", null);
        walk.consumer(null, GET, "/.well-known/jwks.json", null);
        walk.consumer(null, GET, "/.well-known/openid-configuration", null);
    }

    private JsonPath signin(TestUser user) {
        return walk.consumer(
                null, POST, "/auth/signin", Map.of("identifier", user.username(), "password", user.password()));
    }

    private void contacts() {
        TestUser bob = TestUser.named("bob");
        String bearer = walk.app().api().signedUp(bob).access();
        String home = "home-" + bob.email();
        String contact = walk.consumer(bearer, POST, "/me/contacts", Map.of("type", "email", "value", home))
                .getString("id");
        String code = walk.consumer(key, POST, "/auth/request-verification", Map.of("email", home))
                .getString("code");
        walk.consumer(bearer, POST, "/auth/verify", Map.of("code", code));
        walk.consumer(bearer, POST, "/me/contacts/{}/promote", null, contact);
        String phone = walk.consumer(bearer, POST, "/me/contacts", Map.of("type", "phone", "value", "+41791234567"))
                .getString("id");
        walk.consumer(bearer, GET, "/me/contacts", null);
        walk.consumer(bearer, DELETE, "/me/contacts/{}", null, phone);
    }

    private void codes() {
        TestUser eve = TestUser.named("eve");
        walk.app().api().signedUp(eve);
        walk.consumer(key, POST, "/auth/send-verification-email", Map.of("email", eve.email()));
        String verification = walk.consumer(key, POST, "/auth/request-verification", Map.of("email", eve.email()))
                .getString("code");
        walk.consumer(null, POST, "/auth/verify", Map.of("code", verification));
        walk.consumer(key, POST, "/auth/send-password-reset-email", Map.of("email", eve.email()));
        String reset = walk.consumer(key, POST, "/auth/request-password-reset", Map.of("email", eve.email()))
                .getString("code");
        walk.consumer(null, POST, "/auth/reset-password", Map.of("code", reset, "new_password", CHANGED));
        TestUser guest = TestUser.named("guest");
        String invite = walk.platform(POST, "/end-users/invites", Map.of("email", guest.email()))
                .getString("code");
        walk.consumer(
                null,
                POST,
                "/auth/accept-invite",
                Map.of("code", invite, "username", guest.username(), "password", guest.password()));
    }

    private void factors() {
        TestUser user = TestUser.named("factor");
        String bearer = walk.app().api().signedUp(user).access();
        JsonPath started = walk.consumer(bearer, POST, "/me/mfa/factors", Map.of("type", "totp", "label", "phone"));
        AuthenticatorApp phone = new AuthenticatorApp(started.getString("enrollment.secret"));
        String factor = started.getString("factor.id");
        String recovery = walk.consumer(
                        bearer,
                        POST,
                        "/me/mfa/factors/{}/verify",
                        Map.of("codes", List.of(phone.code(-4), phone.code(-3))),
                        factor)
                .getString("recovery_codes[0]");
        walk.consumer(
                null,
                POST,
                "/auth/mfa/recover",
                Map.of("mfa_token", signin(user).getString("mfa_token"), "recovery_code", recovery));
        String challenge = signin(user).getString("mfa_token");
        String in = walk.consumer(null, POST, "/auth/mfa/verify", Map.of("mfa_token", challenge, "code", phone.code(0)))
                .getString("access_token");
        walk.consumer(in, POST, "/me/mfa/step-up", Map.of("code", phone.code(1)));
        walk.consumer(in, GET, "/me/mfa/factors", null);
        walk.consumer(in, POST, "/me/mfa/recovery-codes/regenerate", null);
        walk.consumer(in, DELETE, "/me/mfa/factors/{}", null, factor);

        String id = walk.app().api().signedUp(TestUser.named("other")).userId();
        String made = walk.consumer(key, POST, "/users/{}/factors", Map.of("type", "totp", "label", "desk"), id)
                .getString("factor.id");
        walk.consumer(key, GET, "/users/{}/factors", null, id);
        walk.consumer(key, DELETE, "/users/{}/factors/{}", null, id, made);
    }

    private void adminLane() {
        Tokens boss = walk.app().api().signedUp(TestUser.named("boss"));
        walk.app().realm().giveRole(boss.userId(), "owner");
        String owner = boss.access();
        walk.consumer(owner, GET, "/admin/permissions", null);
        walk.consumer(owner, POST, "/admin/permissions", Map.of("resource", "door", "action", "open"));
        walk.consumer(owner, POST, "/admin/roles", Map.of("name", "porter"));
        walk.consumer(owner, PUT, "/admin/roles/{}/permissions", Map.of("permissions", List.of("door.open")), "porter");
        walk.consumer(owner, PATCH, "/admin/roles/{}", Map.of("description", "Opens"), "porter");
        walk.consumer(owner, GET, "/admin/roles", null);
        walk.consumer(owner, GET, "/admin/roles/{}", null, "porter");
        walk.consumer(owner, DELETE, "/admin/roles/{}", null, "porter");
        walk.consumer(owner, DELETE, "/admin/permissions/{}", null, "door.open");
        TestUser clerk = TestUser.named("clerk");
        String id = walk.consumer(
                        owner,
                        POST,
                        "/admin/users",
                        Map.of("email", clerk.email(), "username", clerk.username(), "password", clerk.password()))
                .getString("id");
        walk.consumer(owner, GET, "/admin/users", null);
        walk.consumer(owner, GET, "/admin/users/{}", null, id);
        walk.consumer(owner, PATCH, "/admin/users/{}", Map.of("display_name", "Clerk"), id);
        walk.consumer(owner, PATCH, "/admin/users/{}/role", Map.of("role_name", "admin"), id);
        walk.consumer(owner, PATCH, "/admin/users/{}/status", Map.of("status", "suspended"), id);
        walk.consumer(owner, DELETE, "/admin/users/{}", null, id);
    }

    private void tenants() {
        TestUser user = TestUser.named("tenant");
        Tokens tokens = walk.app().api().signedUp(user);
        String id = walk.consumer(key, POST, "/tenants", Map.of("display_name", "Team"))
                .getString("id");
        walk.consumer(key, GET, "/tenants", null);
        walk.consumer(key, GET, "/tenants/{}", null, id);
        walk.consumer(key, PATCH, "/tenants/{}", Map.of("display_name", "Crew"), id);
        walk.consumer(
                key, POST, "/tenants/{}/members", Map.of("account_id", tokens.userId(), "role_name", "member"), id);
        walk.consumer(key, GET, "/tenants/{}/members", null, id);
        walk.consumer(key, PATCH, "/tenants/{}/members/{}", Map.of("role_name", "admin"), id, tokens.userId());
        walk.consumer(tokens.access(), GET, "/auth/me/tenants", null);
        walk.consumer(tokens.access(), POST, "/auth/switch-tenant", Map.of("tenant_id", id));
        walk.consumer(key, DELETE, "/tenants/{}/members/{}", null, id, tokens.userId());
        walk.consumer(key, DELETE, "/tenants/{}", null, id);
    }

    private void tokens() {
        String bearer = walk.app().api().signedUp(TestUser.named("token")).access();
        walk.consumer(null, POST, "/verify", Map.of("token", bearer));
        walk.consumer(null, POST, "/authorize", Map.of("token", bearer, "permission", "user.read"));
        walk.consumer(
                null,
                POST,
                "/authorize/batch",
                Map.of("token", bearer, "checks", List.of(Map.of("permission", "user.read"))));
        Platform.Machine machine = walk.app().platform().machine("user.read");
        String issued =
                walk.consumer(null, POST, "/oauth/token", machine.credentials()).getString("access_token");
        walk.consumer(issued, POST, "/oauth/introspect", Map.of("token", issued));
    }
}
