/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.client.UserProfile;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What others reported to Keycloak of its settings, tried with this API. */
@OnOneDatabase
class ReportedIT {

    @RegisterExtension
    static final App server = App.fresh();

    private final TestUser ada = TestUser.ada();
    private App app;
    private Tokens tokens;

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(server.server());
        tokens = app.api().signedUp(ada);
    }

    @AfterEach
    void delete() {
        app.close();
    }

    /** keycloak#49431: organizations are switched off for the realm, and go on in tokens. */
    @Test
    void givenAnActiveTenant_whenOrganizationsAreSwitchedOff_thenItIsInNoAnswerAndNobodyIsSignedOut() {
        Tokens inside = insideATenant();
        app.api().permissions(inside.access()).body("org_role", equalTo("admin"));

        app.realm().update(Map.of("organizationsEnabled", false));

        app.api()
                .permissions(inside.access())
                .statusCode(200)
                .body("org_role", nullValue())
                .body("permissions", contains("role.read", "user.read"));
        Tokens next = Tokens.of(app.api().refresh(inside.refresh()));
        assertThat(next.accessJwt().claims()).doesNotContainKeys("org_id", "org_role", "tid", "trole");
        app.api().me(next.access()).statusCode(200);
        app.api()
                .as(next.access(), Method.GET, "/auth/me/tenants", null)
                .statusCode(200)
                .body("data", empty());
        app.platform().as(Method.GET, "/tenants", null).statusCode(200).body("data", empty());
        app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Another"))
                .statusCode(409)
                .body("code", equalTo("ORGANIZATIONS_OFF"));
        app.platform().as(Method.GET, "/health", null).body("data.code", hasItem("organizations_off"));

        app.realm().update(Map.of("organizationsEnabled", true));

        app.api().as(next.access(), Method.GET, "/auth/me/tenants", null).body("data", hasSize(1));
        app.api().permissions(inside.access()).body("org_role", equalTo("admin"));
    }

    /** keycloak#45874: an organization that is disabled goes on in tokens. */
    @Test
    void givenAnActiveTenant_whenItsOrganizationIsDisabled_thenItCountsNoMore() {
        Tokens inside = insideATenant();
        String id = inside.accessJwt().claim("org_id");
        Map<String, Object> organization = new HashMap<>(app.realm()
                .call(Method.GET, "/organizations/" + id, null)
                .jsonPath()
                .getMap("$"));
        organization.put("enabled", false);

        app.realm().call(Method.PUT, "/organizations/" + id, organization);

        app.api().permissions(inside.access()).statusCode(200).body("org_role", nullValue());
        Tokens next = Tokens.of(app.api().refresh(inside.refresh()));
        assertThat(next.accessJwt().claims()).doesNotContainKeys("org_id", "org_role");
        assertThat(app.api()
                        .as(next.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id))
                        .extract()
                        .statusCode())
                .isIn(403, 404);
    }

    /** keycloak#34560: once emails are usernames, a change of anything else takes the username away. */
    @Test
    void givenAUsername_whenEmailsBecomeUsernamesAndTheProfileChanges_thenTheOwnerGetsInByTheOldName() {
        app.realm().update(Map.of("registrationEmailAsUsername", true));

        app.api()
                .patchMe(tokens.access(), Map.of("display_name", "Ada the Great"))
                .statusCode(200);

        app.api().me(tokens.access()).statusCode(200).body("displayName", equalTo("Ada the Great"));
        app.api().refresh(tokens.refresh()).statusCode(200);
        app.api().signin(ada).statusCode(200);
        app.realm().update(Map.of("registrationEmailAsUsername", false));
        app.api().signin(ada).statusCode(200);
    }

    /** keycloak#41533: changes of one attribute at once leave it with several values, and each later change fails. */
    @Test
    void givenOneProfile_whenChangedManyTimesAtOnce_thenOneOfTheNamesHoldsAndItCanBeChangedAgain() {
        List<Integer> statuses = AtOnce.run(12, i -> app.api()
                .patchMe(tokens.access(), Map.of("display_name", "Name " + i))
                .extract()
                .statusCode());

        assertThat(statuses).isSubsetOf(200, 409).contains(200);
        assertThat(((List<?>) ((Map<?, ?>) app.realm().user(ada.username()).get("attributes")).get("displayName")))
                .hasSize(1);
        app.api().patchMe(tokens.access(), Map.of("display_name", "The last")).statusCode(200);
        app.api().me(tokens.access()).body("displayName", equalTo("The last"));
    }

    /** keycloak#36408: a partial import that overwrites a user makes another one without a password. */
    @Test
    void givenAUser_whenAPartialImportOverwritesThem_thenTheAccountBeforeIsGoneWithAllThatWasItsOwn() {
        String home = TestUser.named("home").email();
        app.api().addContact(tokens.access(), "email", home).statusCode(201);
        Map<String, Object> user = new HashMap<>(app.realm().user(ada.username()));
        user.remove("id");
        user.put("credentials", List.of(Map.of("type", "password", "value", "Another-Password1")));

        app.realm()
                .call(Method.POST, "/partialImport", Map.of("ifResourceExists", "OVERWRITE", "users", List.of(user)));

        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
        Tokens after = Tokens.of(app.api().signin(ada.username(), "Another-Password1"));
        assertThat(after.userId()).isNotEqualTo(tokens.userId());
        app.api().me(after.access()).statusCode(200).body("displayName", equalTo(ada.displayName()));
        assertThat(app.api().contacts(after.access()).extract().<List<String>>path("data.value"))
                .doesNotContain(home);
    }

    /** keycloak#42749: a profile that says an email has several values. */
    @Test
    void givenAProfileWhoseEmailHasSeveralValues_whenSigningUpAndReading_thenItIsOneEmail() {
        UserProfile.of(app).severalValues("email");

        TestUser eve = TestUser.named("eve");
        Tokens signedUp = app.api().signedUp(eve);

        app.api().me(signedUp.access()).statusCode(200).body("email", equalTo(eve.email()));
        app.api()
                .patchMe(signedUp.access(), Map.of("display_name", "Eve"))
                .statusCode(200)
                .body("displayName", equalTo("Eve"));
        app.platform().as(Method.GET, "/end-users", null).statusCode(200);
    }

    private Tokens insideATenant() {
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Acme"))
                .statusCode(201)
                .extract()
                .path("id");
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", tokens.userId(), "role_name", "admin"))
                .statusCode(201);
        return Tokens.of(
                app.api().as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));
    }
}
