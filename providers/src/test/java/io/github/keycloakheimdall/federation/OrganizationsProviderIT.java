/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sign-in by the provider of an organization. */
@OnOneDatabase
class OrganizationsProviderIT {

    private static final String ALIAS = "corporate";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm("organizationsEnabled", true);

    private static String organization;

    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void link() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        app.realm()
                .call(
                        Method.POST,
                        "/organizations",
                        Map.of("name", "Corp", "alias", "corp", "domains", List.of(Map.of("name", "corp.example"))));
        organization =
                (String) app.realm().list("/organizations?search=Corp").get(0).get("id");
        app.realm().call(Method.POST, "/organizations/" + organization + "/identity-providers", ALIAS);
    }

    @Test
    void givenAnOrganizationsProvider_whenSigningIn_thenInAndNoMember() {
        Tokens tokens = Tokens.of(app.api()
                .request(
                        Method.POST,
                        "/auth/oauth/exchange",
                        Map.of("code", tab.code(provider, Person.fresh())),
                        Map.of())
                .then());

        app.api().me(tokens.access()).statusCode(200);
        assertThat(app.realm().list("/organizations/" + organization + "/members"))
                .extracting(each -> each.get("id"))
                .doesNotContain(tokens.userId());
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

    private static void enable(boolean enabled) {
        Map<String, Object> changed = new HashMap<>(app.realm()
                .call(Method.GET, "/organizations/" + organization, null)
                .jsonPath()
                .getMap("$"));
        changed.put("enabled", enabled);
        app.realm().call(Method.PUT, "/organizations/" + organization, changed);
    }
}
