/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import io.github.keycloakheimdall.avatar.Pictures;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AvatarApi;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A sound call of each route that is about a user, about someone of a directory who was not there before. */
final class RouteCalls {

    private static final String NEW_PASSWORD = "Another-Password1";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** What each route is sent, by its method and template; a bodyless one is sent null. */
    private static final Map<String, Function<Someone, Object>> BODIES = new LinkedHashMap<>();

    static {
        Function<Someone, Object> none = someone -> null;
        for (String route : List.of(
                "GET /me",
                "DELETE /me",
                "DELETE /me/avatar",
                "GET /avatars/{account_id}",
                "GET /me/permissions",
                "GET /me/sessions",
                "DELETE /me/sessions/{id}",
                "GET /me/contacts",
                "DELETE /me/contacts/{id}",
                "POST /me/contacts/{id}/promote",
                "GET /me/activity",
                "GET /me/identities",
                "DELETE /me/identities/{provider}",
                "GET /me/mfa/factors",
                "DELETE /me/mfa/factors/{id}",
                "POST /me/mfa/recovery-codes/regenerate",
                "GET /auth/me/tenants",
                "GET /auth/oauth/{provider}/authorize",
                "GET /auth/oauth/{provider}/link",
                "GET /auth/oauth/{provider}/callback",
                "POST /auth/oauth/{provider}/callback",
                "GET /admin/users",
                "GET /admin/users/{user_id}",
                "DELETE /admin/users/{user_id}",
                "GET /users/{user_id}/factors",
                "DELETE /users/{user_id}/factors/{factor_id}",
                "GET /tenants/{tenant_id}/members",
                "DELETE /tenants/{tenant_id}/members/{account_id}",
                "GET /end-users",
                "GET /end-users/{user_id}",
                "GET /end-user-insights/users/{user_id}",
                "DELETE /end-users/{user_id}",
                "POST /end-users/{user_id}/sessions/revoke-all",
                "GET /end-users/{user_id}/contacts",
                "DELETE /end-users/{user_id}/contacts/{contact_id}",
                "POST /end-users/{user_id}/contacts/{contact_id}/promote",
                "POST /end-users/{user_id}/contacts/{contact_id}/resend-verification",
                "POST /end-users/{user_id}/resend-verification",
                "GET /end-users/invites",
                "GET /members",
                "DELETE /members/{account_id}",
                "GET /audit-logs")) {
            BODIES.put(route, none);
        }
        BODIES.put("PATCH /me", who -> Map.of("display_name", "Someone"));
        BODIES.put(
                "POST /me/change-password",
                who -> Map.of("current_password", Directory.PASSWORD, "new_password", NEW_PASSWORD));
        BODIES.put("POST /me/contacts", who -> Map.of("type", "email", "value", who.uid() + "@home.example"));
        BODIES.put("POST /me/mfa/factors", who -> Map.of("type", "totp", "label", "phone"));
        BODIES.put("POST /me/mfa/factors/{id}/verify", who -> Map.of("codes", List.of("123456", "234567")));
        BODIES.put("POST /me/avatar", who -> Pictures.of("png", 9, 9));
        BODIES.put("POST /me/mfa/step-up/send-code", who -> Map.of());
        BODIES.put("POST /auth/mfa/send-code", who -> Map.of("mfa_token", "none", "factor_id", NOBODY));
        BODIES.put("POST /me/mfa/step-up", who -> Map.of("code", "123456"));
        BODIES.put("POST /auth/switch-tenant", who -> Map.of("tenant_id", who.tenant()));
        BODIES.put(
                "POST /auth/signup",
                who -> new TestUser(Directory.email(who.unseen()), who.unseen(), NEW_PASSWORD, null).signup());
        BODIES.put(
                "POST /auth/signin",
                who -> Map.of("identifier", Directory.email(who.unseen()), "password", Directory.PASSWORD));
        BODIES.put(
                "POST /auth/refresh",
                who -> Map.of("refresh_token", who.tokens().refresh()));
        BODIES.put(
                "POST /auth/logout", who -> Map.of("refresh_token", who.tokens().refresh()));
        BODIES.put("POST /auth/verify", who -> Map.of("code", who.code()));
        BODIES.put("POST /auth/reset-password", who -> Map.of("code", who.code(), "new_password", NEW_PASSWORD));
        for (String route : List.of(
                "request-verification",
                "request-password-reset",
                "send-verification-email",
                "send-password-reset-email")) {
            BODIES.put("POST /auth/" + route, who -> Map.of("email", Directory.email(who.unseen())));
        }
        BODIES.put(
                "POST /auth/accept-invite",
                who -> Map.of("code", who.code(), "username", who.unseen(), "password", NEW_PASSWORD));
        BODIES.put("POST /auth/oauth/exchange", who -> Map.of("code", "0123456789abcdef"));
        BODIES.put(
                "POST /auth/oauth/{provider}",
                who -> Map.of("id_token", "0123456789abcdef", "nonce", "0123456789abcdef"));
        BODIES.put("POST /me/identities", who -> Map.of("code", "0123456789abcdef"));
        BODIES.put(
                "POST /me/identities/{provider}",
                who -> Map.of("id_token", "0123456789abcdef", "nonce", "0123456789abcdef"));
        BODIES.put("POST /me/identities/{provider}/authorize", who -> Map.of("return_to", "https://app.example.com/"));
        BODIES.put("POST /auth/mfa/verify", who -> Map.of("mfa_token", "none", "code", "123456"));
        BODIES.put("POST /auth/mfa/recover", who -> Map.of("mfa_token", "none", "recovery_code", "none"));
        for (String route : List.of("POST /verify", "POST /oauth/introspect")) {
            BODIES.put(route, who -> Map.of("token", who.tokens().access()));
        }
        BODIES.put("POST /authorize", who -> Map.of("token", who.tokens().access(), "permission", "user.read"));
        BODIES.put(
                "POST /authorize/batch",
                who -> Map.of("token", who.tokens().access(), "checks", List.of(Map.of("permission", "user.read"))));
        for (String door : List.of("/admin/users", "/end-users")) {
            BODIES.put("PATCH " + door + "/{user_id}", who -> Map.of("display_name", "Someone"));
            BODIES.put("PATCH " + door + "/{user_id}/role", who -> Map.of("role_name", "admin"));
            BODIES.put("PATCH " + door + "/{user_id}/status", who -> Map.of("status", "deactivated"));
        }
        BODIES.put(
                "POST /admin/users",
                who -> Map.of(
                        "email", Directory.email(who.unseen()), "username", who.unseen(), "password", NEW_PASSWORD));
        BODIES.put("POST /users/{user_id}/factors", who -> Map.of("type", "totp"));
        BODIES.put(
                "POST /tenants/{tenant_id}/members",
                who -> Map.of("account_id", who.tokens().userId(), "role_name", "member"));
        BODIES.put("PATCH /tenants/{tenant_id}/members/{account_id}", who -> Map.of("role_name", "admin"));
        BODIES.put(
                "POST /end-users/{user_id}/contacts",
                who -> Map.of("type", "email", "value", who.uid() + "@a.example"));
        BODIES.put("POST /end-users/bulk-delete", who -> Map.of("selection", who.selection()));
        BODIES.put("POST /end-users/bulk-revoke-sessions", who -> Map.of("selection", who.selection()));
        BODIES.put(
                "POST /end-users/bulk-update-role", who -> Map.of("selection", who.selection(), "role_name", "admin"));
        BODIES.put(
                "POST /end-users/bulk-update-status",
                who -> Map.of("selection", who.selection(), "status", "suspended"));
        BODIES.put("POST /end-users/invites", who -> Map.of("email", Directory.email(who.unseen())));
        BODIES.put(
                "POST /roles/assign", who -> Map.of("account_id", who.tokens().userId(), "role", "admin"));
    }

    private final App app;
    private final Directory directory;
    private final Backend codes;
    private final String key;
    private final String owner;
    private final String tenant;
    private int users;

    RouteCalls(App app, Directory directory) {
        this.app = app;
        this.directory = directory;
        this.codes = Backend.forCodes(app);
        this.key = app.platform()
                .key(
                        "user.update",
                        "auth.tenant.read",
                        "auth.tenant.members.add",
                        "auth.tenant.members.update-role",
                        "auth.tenant.members.remove",
                        "auth.user.verify.create",
                        "auth.user.verify.send-email",
                        "auth.user.password-reset.create",
                        "auth.user.password-reset.send-email");
        Tokens local = app.api().signedUp(TestUser.named("owner"));
        app.realm().giveRole(local.userId(), "owner");
        this.owner = local.access();
        this.tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Team"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The routes that are called, by method and template. */
    static List<String> names() {
        return List.copyOf(BODIES.keySet());
    }

    /** Has someone sign in whom the call is about. */
    Call prepare(String route) {
        String uid = "p" + users++;
        String unseen = "u" + users;
        directory.add(uid).add(unseen);
        Tokens tokens = Tokens.of(app.api().signin(uid, Directory.PASSWORD));
        String home = uid + "@home.example";
        String contact = NOBODY;
        String code = "000000";
        if (route.contains("contacts/{")) {
            contact = app.api()
                    .addContact(tokens.access(), "email", home)
                    .statusCode(201)
                    .extract()
                    .path("id");
            codes.verify(Map.of("email", home));
        } else if (route.equals("POST /auth/verify")) {
            app.api().addContact(tokens.access(), "email", home).statusCode(201);
            code = codes.requestVerification(Map.of("email", home)).extract().path("code");
        } else if (route.equals("POST /auth/reset-password")) {
            code = codes.requestPasswordReset(Map.of("email", Directory.email(uid)))
                    .extract()
                    .path("code");
        } else if (route.equals("POST /auth/accept-invite")) {
            code = app.platform()
                    .as(Method.POST, "/end-users/invites", Map.of("email", Directory.email(unseen)))
                    .extract()
                    .path("code");
        }
        Someone someone = new Someone(uid, unseen, tokens, tenant, code == null ? "000000" : code);
        String[] parts = route.split(" ");
        String path = parts[1].replaceAll("\\{(user_id|account_id)}", tokens.userId())
                .replace("{tenant_id}", tenant)
                .replace("{provider}", "github")
                .replace("/me/sessions/{id}", "/me/sessions/" + tokens.sessionId())
                .replace("/contacts/{id}", "/contacts/" + contact)
                .replace("{contact_id}", contact)
                .replaceAll("\\{[^}]+}", NOBODY);
        return new Call(Method.valueOf(parts[0]), path, BODIES.get(route).apply(someone), bearer(parts[1], tokens));
    }

    private String bearer(String template, Tokens tokens) {
        if (template.startsWith("/me") || template.matches("/auth/(me|switch-tenant).*")) {
            return tokens.access();
        }
        if (template.startsWith("/admin/")) {
            return owner;
        }
        return template.matches("/(users|tenants|auth/request|auth/send).*") ? key : null;
    }

    /** Someone who signed in, and another of the directory whom nobody has seen. */
    private record Someone(String uid, String unseen, Tokens tokens, String tenant, String code) {

        Map<String, Object> selection() {
            return Map.of("mode", "ids", "ids", List.of(tokens.userId()));
        }
    }

    /** A request that is ready to be sent. */
    final class Call {

        private final Method method;
        private final String path;
        private final Object body;
        private final String bearer;

        private Call(Method method, String path, Object body, String bearer) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.bearer = bearer;
        }

        Object body() {
            return body;
        }

        /** The status of the answer. */
        int send() {
            if (body instanceof byte[] file) {
                return new AvatarApi(app)
                        .upload(bearer, "me.png", "image/png", file)
                        .statusCode();
            }
            boolean platform = path.matches("/(end-user-insights|end-users|members|roles|audit-logs).*");
            Response answer = platform
                    ? app.platform()
                            .request(
                                    method,
                                    path,
                                    body,
                                    Map.of(
                                            "authorization",
                                            "Bearer " + app.admin().bearer()))
                    : app.api()
                            .request(
                                    method,
                                    path,
                                    body,
                                    bearer == null ? Map.of() : Map.of("authorization", "Bearer " + bearer));
            return answer.statusCode();
        }
    }
}
