/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone looks at the providers by which they get in, and unlinks one. */
class OwnIdentitiesIT {

    private static final String FIRST = "first";
    private static final String SECOND = "second";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm(OtpPolicy.wide());

    private final Person person = Person.fresh();

    @BeforeAll
    static void addProviders() {
        for (String alias : List.of(FIRST, SECOND)) {
            app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(alias, true));
        }
    }

    @Test
    void givenALink_whenListed_thenTheProviderAndItsNameForThem() {
        list(signedIn(person.saying("preferred_username", "Grace")))
                .body("data.provider", contains(FIRST))
                .body("data.username", contains("grace"));
        list(app.api().signedUp(TestUser.ada())).body("data", empty());
    }

    @Test
    void givenTheOnlyWayIn_whenUnlinked_thenRefused() {
        Tokens tokens = signedIn(person);

        unlink(tokens, FIRST).statusCode(409).body("code", equalTo("LAST_SIGNIN_METHOD"));
        assertThat(signedIn(person).userId()).isEqualTo(tokens.userId());
    }

    @Test
    void givenAPassword_whenUnlinked_thenTheUserIsAStranger() {
        String userId = signedIn(person).userId();
        setPassword(userId);
        Tokens tokens = signedIn(person);

        unlink(tokens, FIRST).statusCode(204);
        list(tokens).body("data", empty());
        unlink(tokens, FIRST).statusCode(404);
        assertThat(new Tab(app.api(), FIRST).refusal(provider, person)).isEqualTo("link_required");
        app.api()
                .as(tokens.access(), Method.GET, "/me/activity?limit=1", null)
                .body("data.action", contains("user.identity.unlinked"))
                .body("data.details.identity_provider", contains(FIRST));
    }

    @Test
    void givenAnotherProvider_whenUnlinked_thenOnlyWhileItServes() {
        Tokens tokens = signedIn(person);
        link(tokens.userId());
        app.realm().call(Method.PUT, "/identity-provider/instances/" + SECOND, second(false));
        unlink(tokens, FIRST).statusCode(409);
        app.realm().call(Method.PUT, "/identity-provider/instances/" + SECOND, second(true));

        unlink(tokens, FIRST).statusCode(204);
        unlink(tokens, SECOND).statusCode(409);
        list(tokens).body("data.provider", contains(SECOND));
    }

    @Test
    void givenTwoLinks_whenBothAreUnlinkedAtOnce_thenOneStays() {
        Tokens tokens = signedIn(person);
        link(tokens.userId());

        assertThat(AtOnce.run(
                        2,
                        i -> unlink(tokens, i == 0 ? FIRST : SECOND).extract().statusCode()))
                .containsExactlyInAnyOrder(204, 409);
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .hasSize(1);
    }

    @Test
    void givenASecondFactor_whenUnlinkedWithoutIt_thenAskedForIt() {
        Tokens tokens = signedIn(person);
        link(tokens.userId());
        new MfaApi(app.api()).enrolled(tokens.access(), "phone");

        unlink(tokens, FIRST).statusCode(403).body("code", equalTo("STEP_UP_REQUIRED"));
    }

    @Test
    void givenASessionThatEnded_whenUnlinked_thenRefusedAndTheLinkStays() {
        Tokens ended = signedIn(person);
        app.api().logout(ended.refresh()).statusCode(204);

        unlink(ended, FIRST).statusCode(401);
        assertThat(signedIn(person).userId()).isEqualTo(ended.userId());
    }

    @Test
    void givenAProviderThatIsNotLinked_whenUnlinked_then404() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        unlink(tokens, FIRST).statusCode(404);
        unlink(tokens, "unknown").statusCode(404);
        app.api()
                .request(Method.DELETE, "/me/identities/" + FIRST, null, Map.of())
                .then()
                .statusCode(401);
    }

    private static Tokens signedIn(Person who) {
        String code = new Tab(app.api(), FIRST).code(provider, who);
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }

    private static ValidatableResponse list(Tokens tokens) {
        return app.api().as(tokens.access(), Method.GET, "/me/identities", null).statusCode(200);
    }

    private static ValidatableResponse unlink(Tokens tokens, String alias) {
        return app.api().as(tokens.access(), Method.DELETE, "/me/identities/" + alias, null);
    }

    private static void link(String userId) {
        app.realm()
                .call(
                        Method.POST,
                        "/users/" + userId + "/federated-identity/" + SECOND,
                        Map.of("userId", "at-second-" + userId, "userName", "second"));
    }

    private static Map<String, Object> second(boolean enabled) {
        Map<String, Object> changed = new HashMap<>(app.realm()
                .call(Method.GET, "/identity-provider/instances/" + SECOND, null)
                .jsonPath()
                .getMap("$"));
        changed.put("enabled", enabled);
        return changed;
    }

    private static void setPassword(String userId) {
        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + userId + "/reset-password",
                        Map.of("type", "password", "value", TestUser.ada().password(), "temporary", false));
    }
}
