/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A field that a route does not name changes nothing: the account is the same, to the last field, as one without it.
 */
@OnOneDatabase
class MassAssignmentIT {

    /** What two accounts differ in by themselves. */
    private static final List<String> OWN = List.of("id", "username", "email", "createdTimestamp", "access");

    private static final String OTHERS_ID = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension
    static final App app = App.fresh();

    private static Tokens owner;

    @BeforeAll
    static void makeAnOwner() {
        owner = app.api().signedUp(TestUser.named("owner"));
        app.realm().takeRole(owner.userId(), "member");
        app.realm().giveRole(owner.userId(), "owner");
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("id", OTHERS_ID),
                Arguments.of("sub", OTHERS_ID),
                Arguments.of("role", "owner"),
                Arguments.of("roles", List.of("owner")),
                Arguments.of("realm_roles", List.of("owner")),
                Arguments.of("realmRoles", List.of("owner")),
                Arguments.of("clientRoles", Map.of("realm-management", List.of("realm-admin"))),
                Arguments.of("groups", List.of("admins")),
                Arguments.of("permissions", List.of("user.list")),
                Arguments.of("email_verified", true),
                Arguments.of("emailVerified", true),
                Arguments.of("email_verified_at", "2020-01-01T00:00:00Z"),
                Arguments.of("enabled", false),
                Arguments.of("status", "suspended"),
                Arguments.of("realm_id", "master"),
                Arguments.of("realm", "master"),
                Arguments.of("app_id", "master"),
                Arguments.of("tenant_id", OTHERS_ID),
                Arguments.of("attributes", Map.of("admin", List.of("true"))),
                Arguments.of("requiredActions", List.of("UPDATE_PASSWORD")),
                Arguments.of("credentials", List.of(Map.of("type", "password", "value", "another-Password1"))),
                Arguments.of("federationLink", OTHERS_ID),
                Arguments.of("serviceAccountClientId", "heimdall"),
                Arguments.of("firstName", "Eve"),
                Arguments.of("notBefore", 2_000_000_000),
                Arguments.of("createdTimestamp", 1),
                Arguments.of("created_at", "2020-01-01T00:00:00Z"),
                Arguments.of("mfa_enabled", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void givenAFieldThatSignupDoesNotName_whenSigningUp_thenTheAccountIsLikeAnyOther(String field, Object value) {
        Tokens plain = app.api().signedUp(TestUser.ada());
        TestUser eve = TestUser.ada();

        Tokens tokens = Tokens.of(app.api().signup(with(eve.signup(), field, value)));

        assertThat(account(tokens.userId())).isEqualTo(account(plain.userId()));
        assertThat(rolesOf(tokens)).isEqualTo(rolesOf(plain));
        assertThat(tokens.userId()).isNotEqualTo(OTHERS_ID);
        app.api().me(tokens.access()).statusCode(200).body("role", equalTo("member"));
        app.api().signin(eve).statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void givenAFieldThatTheProfileDoesNotName_whenPatchingIt_thenNothingChanges(String field, Object value) {
        TestUser eve = TestUser.ada();
        Tokens tokens = app.api().signedUp(eve);
        Map<String, Object> before = app.realm().user(eve.username());
        Object roles = rolesOf(tokens);

        app.api()
                .patchMe(tokens.access(), with(Map.of("display_name", eve.displayName()), field, value))
                .statusCode(200);

        assertThat(app.realm().user(eve.username())).isEqualTo(before);
        assertThat(rolesOf(tokens)).isEqualTo(roles);
        app.api().signin(eve).statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void givenAFieldThatTheAdminLaneDoesNotName_whenAddingAUser_thenTheAccountIsLikeAnyOther(
            String field, Object value) {
        String plain = added(TestUser.ada().signup());

        String id = added(with(TestUser.ada().signup(), field, value));

        assertThat(account(id)).isEqualTo(account(plain));
        assertThat(app.realm().list("/users/" + id + "/role-mappings/realm"))
                .isEqualTo(app.realm().list("/users/" + plain + "/role-mappings/realm"));
    }

    private static String added(Map<String, ?> body) {
        return app.api()
                .as(owner.access(), Method.POST, "/admin/users", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> account(String id) {
        Map<String, Object> account = new HashMap<>(
                app.realm().call(Method.GET, "/users/" + id, null).jsonPath().getMap("$"));
        OWN.forEach(account::remove);
        return account;
    }

    private static Object rolesOf(Tokens tokens) {
        return app.realm()
                .call(Method.GET, "/users/" + tokens.userId() + "/role-mappings", null)
                .jsonPath()
                .getMap("$");
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
