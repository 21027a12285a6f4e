/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.FineGrained;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each admin role of Keycloak at each route of the platform API that Keycloak's own admin API has a twin of: the same
 * token is answered alike. The helpdesk has fine-grained permissions over all users but one.
 */
@OnOneDatabase
@Tag("long")
class AsKeycloakAnswersIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final Map<Admins, RealmBoss> ADMINS = new EnumMap<>(Admins.class);
    private static String tenant;
    private static String machine;
    private static String machineClient;
    /** One of each strength, and last the one whom the helpdesk may not touch. */
    private static final List<Targets.Target> TARGETS = new ArrayList<>();

    private enum Admins {
        NOBODY,
        QUERY_USERS,
        VIEW_USERS,
        MANAGE_USERS,
        VIEW_REALM,
        MANAGE_REALM,
        VIEW_CLIENTS,
        MANAGE_CLIENTS,
        VIEW_EVENTS,
        VIEW_IDENTITY_PROVIDERS,
        MANAGE_IDENTITY_PROVIDERS,
        VIEW_ORGANIZATIONS,
        MANAGE_ORGANIZATIONS,
        REALM_ADMIN,
        HELPDESK;

        String[] roles() {
            return switch (this) {
                case NOBODY -> new String[0];
                case HELPDESK -> new String[] {"query-users"};
                default -> new String[] {name().toLowerCase(Locale.ROOT).replace('_', '-')};
            };
        }
    }

    /** A call of ours and Keycloak's own for the same act on the same user. */
    private record Act(Call here, Call there, boolean onUsers) {

        static Act on(Call here, Call there) {
            return new Act(here, there, true);
        }

        static Act of(Call here, Call there) {
            return new Act(here, there, false);
        }
    }

    /** A request, for a target; a path and a body may name what was made for one call alone. */
    private record Call(Method method, Function<Targets.Target, String> path, Function<Targets.Target, Object> body) {

        static Call of(Method method, String path, Object body) {
            return new Call(method, user -> path.formatted(user.id()), user -> body);
        }
    }

    /** As Keycloak has it. */
    private static final Map<String, Object> PROVIDER = Map.of(
            "alias",
            "github",
            "providerId",
            "github",
            "enabled",
            true,
            "config",
            Map.of("clientId", "us", "clientSecret", "s"));

    private enum Acts {
        LIST_USERS(Act.of(Call.of(Method.GET, "/end-users", null), Call.of(Method.GET, "/users", null))),
        READ_USER(Act.on(Call.of(Method.GET, "/end-users/%s", null), Call.of(Method.GET, "/users/%s", null))),
        READ_CONTACTS(
                Act.on(Call.of(Method.GET, "/end-users/%s/contacts", null), Call.of(Method.GET, "/users/%s", null))),
        CHANGE_USER(Act.on(
                Call.of(Method.PATCH, "/end-users/%s", Map.of("display_name", "N")),
                Call.of(Method.PUT, "/users/%s", Map.of()))),
        CHANGE_STATUS(Act.on(
                Call.of(Method.PATCH, "/end-users/%s/status", Map.of("status", "active")),
                Call.of(Method.PUT, "/users/%s", Map.of("enabled", true)))),
        REVOKE_SESSIONS(Act.on(
                Call.of(Method.POST, "/end-users/%s/sessions/revoke-all", null),
                Call.of(Method.POST, "/users/%s/logout", null))),
        ASSIGN_ROLE(Act.on(
                Call.of(Method.PATCH, "/end-users/%s/role", Map.of("role_name", "member")),
                new Call(
                        Method.POST,
                        user -> "/users/" + user.id() + "/role-mappings/realm",
                        user -> List.of(app.realm().role("member"))))),
        ADD_CONTACT(Act.on(
                new Call(
                        Method.POST,
                        user -> "/end-users/" + user.id() + "/contacts",
                        user -> Map.of("type", "email", "value", unique() + "@example.com")),
                Call.of(Method.PUT, "/users/%s", Map.of()))),
        LIST_ROLES(Act.of(Call.of(Method.GET, "/roles", null), Call.of(Method.GET, "/roles/member", null))),
        MAKE_ROLE(Act.of(
                new Call(Method.POST, user -> "/roles", user -> Map.of("name", unique())),
                new Call(Method.POST, user -> "/roles", user -> Map.of("name", unique())))),
        COMPOSE_ROLE(Act.of(
                Call.of(
                        Method.PUT,
                        "/roles/member/permissions",
                        Map.of("permissions", List.of("user.read", "role.read"))),
                new Call(
                        Method.POST,
                        user -> "/roles/member/composites",
                        user -> List.of(app.realm().permission("user.read"))))),
        LIST_PERMISSIONS(Act.of(
                Call.of(Method.GET, "/permissions", null),
                new Call(Method.GET, user -> "/clients/" + heimdall() + "/roles", user -> null))),
        MAKE_PERMISSION(Act.of(
                new Call(Method.POST, user -> "/permissions", user -> Map.of("resource", unique(), "action", "read")),
                new Call(Method.POST, user -> "/clients/" + heimdall() + "/roles", user -> Map.of("name", unique())))),
        READ_APP(Act.of(Call.of(Method.GET, "", null), Call.of(Method.GET, "/components", null))),
        CHANGE_APP(Act.of(
                Call.of(Method.PATCH, "", Map.of("display_name", "N")),
                Call.of(Method.PUT, "", Map.of("displayName", "N")))),
        CHANGE_APP_STATUS(Act.of(
                Call.of(Method.PATCH, "/status", Map.of("status", "active")), Call.of(Method.PUT, "", Map.of()))),
        LIST_MEMBERS(Act.of(Call.of(Method.GET, "/members", null), Call.of(Method.GET, "/users", null))),
        READ_TOGGLES(Act.of(Call.of(Method.GET, "/auth-config", null), Call.of(Method.GET, "/components", null))),
        CHANGE_TOGGLES(Act.of(
                Call.of(Method.PATCH, "/auth-config", Map.of("max_sessions", 40)), Call.of(Method.PUT, "", Map.of()))),
        READ_MACHINE(Act.of(
                new Call(Method.GET, user -> "/credentials/" + machine, user -> null),
                new Call(Method.GET, user -> "/clients/" + machineClient, user -> null))),
        ROTATE_MACHINE(Act.of(
                new Call(Method.POST, user -> "/credentials/" + machine + "/rotate", user -> null),
                new Call(Method.POST, user -> "/clients/" + machineClient + "/client-secret", user -> null))),
        AUDIT(Act.of(Call.of(Method.GET, "/audit-logs", null), Call.of(Method.GET, "/admin-events", null))),
        READ_WEBHOOK(Act.of(Call.of(Method.GET, "/webhook", null), Call.of(Method.GET, "/components", null))),
        READ_DEAD_LETTERS(
                Act.of(Call.of(Method.GET, "/webhook/dead-letters", null), Call.of(Method.GET, "/admin-events", null))),
        DELETE_WEBHOOK(Act.of(Call.of(Method.DELETE, "/webhook", null), Call.of(Method.PUT, "", Map.of()))),
        LIST_MACHINES(Act.of(Call.of(Method.GET, "/credentials", null), Call.of(Method.GET, "/clients", null))),
        LIST_PROVIDERS(Act.of(
                Call.of(Method.GET, "/auth-config/providers", null),
                Call.of(Method.GET, "/identity-provider/instances", null))),
        CHANGE_PROVIDER(Act.of(
                Call.of(Method.PATCH, "/auth-config/providers/github", Map.of("enabled", true)),
                Call.of(Method.PUT, "/identity-provider/instances/github", PROVIDER))),
        LIST_TENANTS(Act.of(Call.of(Method.GET, "/tenants", null), Call.of(Method.GET, "/organizations", null))),
        READ_TENANT(Act.of(
                new Call(Method.GET, user -> "/tenants/" + tenant, user -> null),
                new Call(Method.GET, user -> "/organizations/" + tenant, user -> null))),
        MAKE_TENANT(Act.of(
                new Call(Method.POST, user -> "/tenants", user -> Map.of("display_name", unique())),
                new Call(
                        Method.POST,
                        user -> "/organizations",
                        user -> Map.of("name", unique(), "domains", List.of(Map.of("name", unique() + ".example"))))));

        private final Act act;

        Acts(Act act) {
            this.act = act;
        }
    }

    @BeforeAll
    static void hire() {
        Stream.of(Targets.values()).map(strength -> strength.hire(app)).forEach(TARGETS::add);
        Targets.Target spared = Targets.MEMBER.hire(app);
        TARGETS.add(spared);
        Targets.OWNER.hire(app);
        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Tenant"))
                .statusCode(201)
                .extract()
                .path("id");
        machine = app.platform().machine("user.list").id();
        app.realm().call(Method.POST, "/identity-provider/instances", PROVIDER);
        machineClient = (String) app.realm().client(machine).get("id");
        for (Admins admin : Admins.values()) {
            ADMINS.put(admin, RealmBoss.of(app, admin.roles()));
        }
        FineGrained permissions = FineGrained.of(app);
        String helpdesk = ADMINS.get(Admins.HELPDESK).userId();
        permissions.allow(helpdesk, "view", "manage", "map-roles");
        permissions.deny(helpdesk, List.of(spared.id()), "view", "manage", "map-roles");
    }

    static Stream<Arguments> table() {
        return Stream.of(Acts.values())
                .flatMap(act -> Stream.of(Admins.values()).map(admin -> Arguments.of(act, admin)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("table")
    void givenAnAdmin_whenActingOnAnyone_thenAsKeycloakAnswersTheSameToken(Acts act, Admins admin) {
        RealmBoss boss = ADMINS.get(admin);
        List<Targets.Target> users = act.act.onUsers() ? TARGETS : TARGETS.subList(0, 1);

        assertThat(users).allSatisfy(user -> {
            int keycloaks = call(boss::atKeycloak, act.act.there(), user);
            int ours = call(boss::here, act.act.here(), user);

            assertThat(ours == 403)
                    .as("ours %d, Keycloak's %d", ours, keycloaks)
                    .isEqualTo(keycloaks == 403);
            assertThat(ours).isIn(200, 201, 204, 403);
        });
    }

    private interface Api {
        int call(Method method, String path, Object body);
    }

    private static int call(Api api, Call call, Targets.Target user) {
        return api.call(call.method(), call.path().apply(user), call.body().apply(user));
    }

    private static String heimdall() {
        return (String) app.realm().client("heimdall").get("id");
    }

    private static String unique() {
        return "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
