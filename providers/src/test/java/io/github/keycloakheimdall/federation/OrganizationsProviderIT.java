/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in by the provider of an organization. */
@OnOneDatabase
class OrganizationsProviderIT {

    private static final String ALIAS = "corporate";
    private static final String OTHER = "other";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm("organizationsEnabled", true);

    private static String organization;

    private final Person person = Person.fresh();
    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void link() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(OTHER, true));
        app.realm()
                .call(
                        Method.POST,
                        "/organizations",
                        Map.of(
                                "name",
                                "Corp",
                                "alias",
                                "corp",
                                "domains",
                                List.of(Map.of("name", "corp.example"), Map.of("name", "*.wide.example"))));
        organization =
                (String) app.realm().list("/organizations?search=Corp").get(0).get("id");
        app.realm().call(Method.POST, "/organizations/" + organization + "/identity-providers", ALIAS);
    }

    @AfterEach
    void forgetSettings() {
        domain(null);
        app.set("heimdall.oauth_link_policy", "confirm");
    }

    @Test
    void givenSomeoneNew_whenSigningInByAnOrganizationsProvider_thenAMemberWhomItManages() {
        Tokens tokens = tokens(tab.code(provider, person));

        app.api().me(tokens.access()).statusCode(200);
        assertThat(membership(tokens.userId())).isEqualTo("MANAGED");
        app.api()
                .as(tokens.access(), Method.GET, "/auth/me/tenants", null)
                .body("data.tenant_id", contains(organization))
                .body("data.role_name", contains("member"));
        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(tokens.userId());
    }

    @Test
    void givenAnAccountWithTheEmail_whenLinkedByThePolicy_thenAMember() {
        Person employee = person.saying("email", person.subject() + "@corp.example");
        String userId =
                app.api().signedUp(TestUser.ada().withEmail(employee.email())).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));
        app.set("heimdall.oauth_link_policy", "auto");

        assertThat(tokens(tab.code(provider, employee)).userId()).isEqualTo(userId);
        assertThat(membership(userId)).isEqualTo("UNMANAGED");
    }

    @Test
    void givenSomeoneSignedIn_whenLinkingTheProvider_thenAMemberIfItTakesThem() {
        domain("corp.example");
        Tokens tokens = app.api().signedUp(TestUser.ada());

        assertThat(Tab.refusal(linked(tokens, person))).isEqualTo("email_domain_not_allowed");
        String code = Tab.brought(linked(tokens, person.saying("email", person.subject() + "@corp.example")))
                .get("heimdall_code");
        app.api()
                .as(tokens.access(), Method.POST, "/me/identities", Map.of("code", code))
                .statusCode(201);
        assertThat(membership(tokens.userId())).isEqualTo("UNMANAGED");
        unlink(tokens).statusCode(204);
    }

    @Test
    void givenAMemberAlready_whenLinking_thenStillOne() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        app.realm().call(Method.POST, "/organizations/" + organization + "/members", tokens.userId());

        String code = Tab.brought(linked(tokens, person)).get("heimdall_code");
        app.api()
                .as(tokens.access(), Method.POST, "/me/identities", Map.of("code", code))
                .statusCode(201);
        assertThat(membership(tokens.userId())).isEqualTo("UNMANAGED");
    }

    @Test
    void givenAManagedMember_whenLinkingAnotherProvider_thenRefused() {
        Tokens tokens = tokens(tab.code(provider, person));

        start(tokens, OTHER).statusCode(409).body("code", equalTo("BOUND_TO_ORGANIZATION"));
    }

    @ParameterizedTest
    @CsvSource({
        "corp.example, corp.example, true",
        "corp.example, CORP.example, true",
        "corp.example, sub.corp.example, false",
        "corp.example, evilcorp.example, false",
        "corp.example, other.example, false",
        "ANY, corp.example, true",
        "ANY, deep.wide.example, true",
        "ANY, elsewhere.example, false",
        "*.wide.example, deep.wide.example, true",
        "*.wide.example, corp.example, false"
    })
    void givenADomainOfTheProvider_whenSigningInFirst_thenOnlyWithAnEmailOfIt(
            String domain, String email, boolean taken) {
        domain(domain);
        Person employee = person.saying("email", person.subject() + '@' + email);

        if (taken) {
            assertThat(membership(tokens(tab.code(provider, employee)).userId()))
                    .isEqualTo("MANAGED");
        } else {
            assertThat(tab.refusal(provider, employee)).isEqualTo("email_domain_not_allowed");
            assertThat(app.realm().list("/users?email=" + employee.email())).isEmpty();
        }
    }

    @Test
    void givenAnEmailOfElsewhere_whenTheProviderSaysItIsVerified_thenItsWordDoesNotCount() {
        String userId =
                app.api().signedUp(TestUser.ada().withEmail(person.email())).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));
        app.set("heimdall.oauth_link_policy", "auto");

        assertThat(tab.refusal(provider, person)).isEqualTo("link_required");
        Tokens tokens = tokens(tab.code(provider, Person.fresh()));
        app.api().me(tokens.access()).body("emailVerifiedAt", nullValue());
        Person employee = Person.fresh();
        Tokens own = tokens(tab.code(provider, employee.saying("email", employee.subject() + "@corp.example")));
        app.api().me(own.access()).body("emailVerifiedAt", notNullValue());
    }

    @Test
    void givenNoEmail_whenSigningInFirst_thenRefused() {
        assertThat(tab.refusal(provider, person.sayingOnly())).isEqualTo("email_required");
    }

    @Test
    void givenAManagedMember_whenUnlinkingTheProvider_thenRefusedUntilTheyLeft() {
        Tokens tokens = tokens(tab.code(provider, person));
        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + tokens.userId() + "/reset-password",
                        Map.of("type", "password", "value", TestUser.ada().password(), "temporary", false));
        Tokens fresh = tokens(tab.code(provider, person));

        unlink(fresh).statusCode(409).body("code", equalTo("BOUND_TO_ORGANIZATION"));
        app.platform()
                .as(Method.DELETE, "/tenants/" + organization + "/members/" + tokens.userId(), null)
                .statusCode(204);
        unlink(fresh).statusCode(204);
    }

    @Test
    void givenSomeoneNew_whenSigningInManyTimesAtOnce_thenOneMember() {
        List<String> users = AtOnce.run(
                4, i -> tokens(new Tab(app.api(), ALIAS).code(provider, person)).userId());

        assertThat(new HashSet<>(users)).hasSize(1);
        assertThat(membership(users.get(0))).isEqualTo("MANAGED");
    }

    @Test
    void givenAnOrganizationThatIsOff_whenSigningIn_thenItsProviderIsNotThere() {
        String callback = tab.signedInAt(provider, Person.fresh());
        enable(false);
        try {
            new Tab(app.api(), ALIAS).authorize(Tab.RETURN_TO).statusCode(503);
            assertThat(Tab.refusal(tab.back(callback))).isEqualTo("provider_unavailable");
        } finally {
            enable(true);
        }
    }

    private static Tokens tokens(String code) {
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }

    /** Goes through all of a link in the browser; gives back where that ends. */
    private ValidatableResponse linked(Tokens tokens, Person who) {
        String url = start(tokens, ALIAS).statusCode(200).extract().path("authorize_url");
        return tab.back(provider.signIn(tab.open(url).statusCode(302).extract().header("Location"), who));
    }

    private static ValidatableResponse start(Tokens tokens, String alias) {
        return app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/" + alias + "/authorize",
                        Map.of("return_to", Tab.RETURN_TO));
    }

    private static ValidatableResponse unlink(Tokens tokens) {
        return app.api().as(tokens.access(), Method.DELETE, "/me/identities/" + ALIAS, null);
    }

    /** What kind of member the account is. */
    private static Object membership(String userId) {
        return app.realm()
                .call(Method.GET, "/organizations/" + organization + "/members/" + userId, null)
                .jsonPath()
                .get("membershipType");
    }

    /** Which of the organization's domains the provider is for; null for whichever. */
    private static void domain(String domain) {
        JsonPath kept = app.realm()
                .call(Method.GET, "/identity-provider/instances/" + ALIAS, null)
                .jsonPath();
        Map<String, Object> changed = new HashMap<>(kept.getMap("$"));
        Map<String, Object> config = new HashMap<>(kept.getMap("config"));
        config.put("kc.org.domain", domain);
        changed.put("config", config);
        app.realm().call(Method.PUT, "/identity-provider/instances/" + ALIAS, changed);
    }

    private static void enable(boolean enabled) {
        Map<String, Object> changed = new HashMap<>(app.realm()
                .call(Method.GET, "/organizations/" + organization, null)
                .jsonPath()
                .getMap("$"));
        changed.put("enabled", enabled);
        app.realm().call(Method.PUT, "/organizations/" + organization, changed);
    }
}
