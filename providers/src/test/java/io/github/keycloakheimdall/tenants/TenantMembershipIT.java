/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How users come into tenants and leave them, and what belonging to one brings. */
class TenantMembershipIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final AdminsTenants tenants = new AdminsTenants(app);

    @Test
    void givenAMember_whenTheConsoleRemovesHim_thenNoMemberHereAndNoClaims() {
        String id = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        tenants.add(id, ada, "admin").statusCode(201);
        Tokens inside =
                Tokens.of(app.api().as(ada.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id)));
        app.api().permissions(inside.access()).body("org_role", equalTo("admin"));

        app.realm().call(Method.DELETE, "/organizations/" + id + "/members/" + ada.userId(), null);

        tenants.call(Method.GET, "/" + id + "/members", null).body("data", hasSize(0));
        app.api().as(ada.access(), Method.GET, "/auth/me/tenants", null).body("data", hasSize(0));
        app.api().permissions(inside.access()).body("permissions", not(hasItem("user.update")));
        assertThat(Tokens.of(app.api().refresh(inside.refresh())).accessJwt().claims())
                .doesNotContainKeys("org_id", "org_role", "tid", "trole");
        // Who comes back starts anew, without the role of before.
        app.realm().call(Method.POST, "/organizations/" + id + "/members", ada.userId());
        tenants.call(Method.GET, "/" + id + "/members", null).body("data.role_name", contains("member"));
    }

    @Test
    void givenAMemberOfHere_whenRemovedHere_thenTheConsoleShowsBoth() {
        String id = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        String members = "/organizations/" + id + "/members";

        tenants.add(id, ada, "member").statusCode(201);
        assertThat(app.realm().list(members)).extracting(user -> user.get("id")).containsExactly(ada.userId());

        tenants.call(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        assertThat(app.realm().list(members)).isEmpty();
    }

    @Test
    void givenAMember_whenSwitching_thenTheClaimsAreThereUntilTheMembershipGoes() {
        String id = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        tenants.add(id, ada, "Admin").statusCode(201).body("membership.role_name", equalTo("admin"));
        tenants.add(id, ada, "admin").statusCode(409);

        Tokens inside =
                Tokens.of(app.api().as(ada.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id)));
        assertThat(inside.accessJwt().claims())
                .containsEntry("org_id", id)
                .containsEntry("org_role", "admin")
                .containsEntry("tid", id)
                .containsEntry("trole", "admin");
        app.api()
                .permissions(inside.access())
                .body("role", equalTo("member"))
                .body("org_role", equalTo("admin"))
                .body("permissions", hasItem("user.update"));
        Tokens next = Tokens.of(app.api().refresh(inside.refresh()));
        assertThat(next.accessJwt().claims()).containsEntry("org_id", id);

        tenants.call(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        Tokens outside = Tokens.of(app.api().refresh(next.refresh()));
        assertThat(outside.accessJwt().claims()).doesNotContainKeys("org_id", "org_role", "tid", "trole");
    }

    @Test
    void givenARoleInATenant_whenAskingWhatATokenMay_thenItCountsForTheTokensOfThatTenant() {
        String id = tenants.made();
        String elsewhere = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        tenants.add(id, ada, "admin").statusCode(201);
        tenants.add(elsewhere, ada, "member").statusCode(201);

        Tokens inside = switched(ada, id);
        Tokens away = switched(inside, elsewhere);

        assertMayUpdateUsers(inside, true);
        assertMayUpdateUsers(ada, false);
        assertMayUpdateUsers(away, false);
        // What reaches the users of the whole app is no matter of a tenant.
        app.api().as(inside.access(), Method.GET, "/admin/users", null).statusCode(403);
        tenants.call(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        assertMayUpdateUsers(inside, false);
    }

    @Test
    void givenASuspendedTenant_whenSwitchingOrSigningIn_thenForbidden() {
        String id = tenants.made();
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        tenants.add(id, tokens, "member").statusCode(201);
        Tokens.of(signin(ada, id));
        tenants.call(Method.PATCH, "/" + id, Map.of("status", "suspended")).statusCode(200);

        app.api()
                .as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id))
                .statusCode(403);
        signin(ada, id).statusCode(403);
        signin(ada.withPassword("wrong"), id).statusCode(401);
    }

    @Test
    void givenSomebodyElsesTenant_whenSwitching_thenForbidden() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        for (String id : List.of(tenants.made(), "nothing", "tnt_nothing")) {
            app.api()
                    .as(eve.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id))
                    .statusCode(403);
        }
    }

    @Test
    void givenAnEmailThatNobodyHas_whenAdding_thenAnAccountIsMade() {
        String email = AdminsTenants.unique("new") + "@example.com";

        tenants.call(Method.POST, "/" + tenants.made() + "/members", Map.of("email", email, "role_name", "member"))
                .statusCode(201)
                .body("created_account", equalTo(true))
                .body("account_id", notNullValue());
        tenants.call(Method.POST, "/" + tenants.made() + "/members", Map.of("email", email, "role_name", "member"))
                .statusCode(201)
                .body("created_account", equalTo(false));
    }

    @Test
    void givenAMemberOfTheConsole_whenLookingHere_thenAMember() {
        String id = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        app.realm().call(Method.POST, "/organizations/" + id + "/members", ada.userId());

        tenants.call(Method.GET, "/" + id + "/members", null)
                .body("data.account_id", contains(ada.userId()))
                .body("data[0].role_name", equalTo("member"));
        app.api()
                .as(ada.access(), Method.GET, "/auth/me/tenants", null)
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].tenant_id", equalTo(id));
        tenants.call(Method.PATCH, "/" + id + "/members/" + ada.userId(), Map.of("role_name", "owner"))
                .body("role_name", equalTo("owner"));
    }

    @Test
    void givenABadBody_whenAddingAMember_thenRefused() {
        String path = "/" + tenants.made() + "/members";

        tenants.call(Method.POST, path, Map.of("role_name", "member")).statusCode(400);
        tenants.call(Method.POST, path, Map.of("account_id", "x", "email", "x@example.com", "role_name", "member"))
                .statusCode(400);
        tenants.call(Method.POST, path, Map.of("account_id", "nobody", "role_name", "member"))
                .statusCode(404);
        tenants.call(Method.POST, path, Map.of("email", "x@example.com", "role_name", "no-such-role"))
                .statusCode(400);
    }

    private static Tokens switched(Tokens tokens, String tenant) {
        return Tokens.of(
                app.api().as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));
    }

    /** Whichever way it is asked. */
    private static void assertMayUpdateUsers(Tokens tokens, boolean may) {
        Map<String, String> check = Map.of("permission", "user.update");
        app.api()
                .permissions(tokens.access())
                .body("permissions", may ? hasItem("user.update") : not(hasItem("user.update")));
        app.api().as(tokens.access(), Method.POST, "/authorize", check).body("authorized", equalTo(may));
        app.api()
                .as(tokens.access(), Method.POST, "/authorize/batch", Map.of("checks", List.of(check)))
                .body("results.authorized", contains(may));
    }

    private static ValidatableResponse signin(TestUser user, String tenantId) {
        Map<String, String> body =
                Map.of("identifier", user.username(), "password", user.password(), "tenant_id", tenantId);
        return app.api().request(Method.POST, "/auth/signin", body, Map.of()).then();
    }
}
