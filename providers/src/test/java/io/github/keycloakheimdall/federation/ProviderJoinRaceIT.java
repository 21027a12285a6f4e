/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone new comes by an organization's provider while another deletes the organization, some milliseconds later. */
final class ProviderJoinRaceIT {

    private static final String ALIAS = "corporate";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm("organizationsEnabled", true);

    @BeforeAll
    static void addProvider() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 35, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 65, 80})
    void givenAnOrganizationsProvider_whenSomeoneComesWhileTheOrganizationIsDeleted_thenTheyAreInAndInNoOrganization(
            int millis) {
        String organization = organization();
        Tab tab = new Tab(app.api(), ALIAS);
        String callback = tab.signedInAt(provider, Person.fresh());

        List<ValidatableResponse> answers =
                AtOnce.run(2, i -> i == 0 ? tab.back(callback) : delete(organization, millis));

        assertThat(answers.get(1).extract().statusCode()).isEqualTo(204);
        Map<String, String> brought = Tab.brought(answers.get(0));
        assertThat(brought).containsKey("heimdall_code");
        assertStands(brought.get("heimdall_code"));
    }

    /** The account is there, and in no organization. */
    private static void assertStands(String code) {
        Tokens tokens = Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
        app.api().me(tokens.access()).statusCode(200);
        app.api().as(tokens.access(), Method.GET, "/auth/me/tenants", null).body("data", empty());
    }

    private static String organization() {
        String id = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Short-lived"))
                .statusCode(201)
                .extract()
                .path("id");
        app.realm().call(Method.POST, "/organizations/" + id + "/identity-providers", ALIAS);
        return id;
    }

    private static ValidatableResponse delete(String organization, int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        return app.platform().as(Method.DELETE, "/tenants/" + organization, null);
    }
}
