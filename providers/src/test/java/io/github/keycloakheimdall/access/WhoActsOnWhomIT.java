/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Caller, target and route of the consumer API: who gets through, and whom nobody reaches. */
@OnOneDatabase
@Tag("long")
class WhoActsOnWhomIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final Map<Callers, String> BEARERS = new EnumMap<>(Callers.class);
    private static String tenant;

    /** Who calls, and the strongest target, exclusive, that they may act on. */
    private enum Callers {
        MEMBER(null),
        ADMIN(Targets.OWNER),
        OWNER(Targets.KEYCLOAK_ADMIN_DIRECTLY),
        MACHINE(Targets.KEYCLOAK_ADMIN_DIRECTLY),
        KEY(Targets.KEYCLOAK_ADMIN_DIRECTLY);

        private final Targets limit;

        Callers(Targets limit) {
            this.limit = limit;
        }

        boolean mayActOn(Targets target) {
            return limit != null && Targets.weakerThan(limit).contains(target);
        }

        boolean isToken() {
            return this != KEY;
        }
    }

    /** What is done; the body fits every target, so that a caller who gets through is answered with 2xx. */
    private enum Acts {
        RENAME(Method.PATCH, "/admin/users/%s", Map.of("display_name", "Other")),
        CHANGE_EMAIL(Method.PATCH, "/admin/users/%s", Map.of("email", "same")),
        CHANGE_ROLE(Method.PATCH, "/admin/users/%s/role", Map.of("role_name", "member")),
        SUSPEND(Method.PATCH, "/admin/users/%s/status", Map.of("status", "suspended")),
        DELETE(Method.DELETE, "/admin/users/%s", null),
        READ_FACTORS(Method.GET, "/users/%s/factors", null),
        ADD_FACTOR(Method.POST, "/users/%s/factors", Map.of("type", "totp", "label", "phone")),
        ADD_TO_TENANT(Method.POST, "/tenants/{tenant}/members", Map.of("role_name", "member")),
        REMOVE_FROM_TENANT(Method.DELETE, "/tenants/{tenant}/members/%s", null);

        private final Method method;
        private final String path;
        private final Map<String, Object> body;

        Acts(Method method, String path, Map<String, Object> body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }

        /** The kinds of caller that the route lets in at all. */
        boolean isFor(Callers caller) {
            if (path.startsWith("/tenants")) {
                return caller == Callers.KEY;
            }
            return path.startsWith("/users") || caller.isToken();
        }

        /** An address that is none of the user's is refused to whoever may change the rest. */
        List<Integer> done() {
            return this == CHANGE_EMAIL ? List.of(400) : List.of(200, 201, 204);
        }

        /** Deleting is an owner's permission. */
        boolean isHeldBy(Callers caller) {
            return caller != Callers.MEMBER && (this != DELETE || caller != Callers.ADMIN);
        }
    }

    @BeforeAll
    static void hire() {
        app.api().signedUp(TestUser.ada());
        Targets.OWNER.hire(app);
        for (Callers caller : Callers.values()) {
            BEARERS.put(caller, bearer(caller));
        }
        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Tenant"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Stream<Arguments> table() {
        return Stream.of(Acts.values()).flatMap(act -> Stream.of(Callers.values())
                .filter(act::isFor)
                .flatMap(caller -> Stream.of(Targets.values()).map(target -> Arguments.of(act, caller, target))));
    }

    @ParameterizedTest(name = "{0} by {1} on {2}")
    @MethodSource("table")
    void givenACaller_whenActingOnATarget_thenOnlyWhoMayGetsThrough(Acts act, Callers caller, Targets strength) {
        Targets.Target target = strength.hire(app);
        if (act == Acts.REMOVE_FROM_TENANT) {
            app.platform()
                    .as(
                            Method.POST,
                            "/tenants/" + tenant + "/members",
                            Map.of("account_id", target.id(), "role_name", "member"))
                    .statusCode(201);
        }

        Response answer = call(act, caller, target);

        boolean allowed = act.isHeldBy(caller) && caller.mayActOn(strength);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(allowed ? act.done() : List.of(403));
        if (!allowed) {
            app.api().signedIn(target.user());
        }
    }

    private static Response call(Acts act, Callers caller, Targets.Target target) {
        Map<String, Object> body = act.body;
        if (act == Acts.CHANGE_EMAIL) {
            body = Map.of("email", "new-" + target.user().email());
        } else if (act == Acts.ADD_TO_TENANT) {
            body = Map.of("account_id", target.id(), "role_name", "member");
        }
        String path = act.path.replace("{tenant}", tenant).formatted(target.id());
        return app.api().request(act.method, path, body, Map.of("authorization", "Bearer " + BEARERS.get(caller)));
    }

    private static String bearer(Callers caller) {
        return switch (caller) {
            case MEMBER, ADMIN, OWNER -> user(caller.name().toLowerCase(Locale.ROOT));
            case MACHINE ->
                app.api()
                        .machineToken(app.platform()
                                .machine("user.read", "user.list", "user.update", "user.delete", "role.assign"));
            case KEY ->
                app.platform()
                        .key(
                                "user.update",
                                "auth.tenant.members.add",
                                "auth.tenant.members.remove",
                                "auth.tenant.read");
        };
    }

    private static String user(String role) {
        Tokens tokens = app.api().signedUp(TestUser.named(role));
        if (!role.equals("member")) {
            app.realm().giveRole(tokens.userId(), role);
        }
        return tokens.access();
    }
}
