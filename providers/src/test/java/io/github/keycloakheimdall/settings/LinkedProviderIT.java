/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An organization that has a domain and a provider of its own, to which Keycloak's login page sends who comes from
 * there.
 */
@OnOneDatabase
class LinkedProviderIT {

    private static final String DOMAIN = "linked.example";

    @RegisterExtension
    static final App app = App.fresh().withRealm("organizationsEnabled", true);

    private static String tenant;

    private final TestUser ada = TestUser.named("ada");
    private final TestUser colleague = ada.withEmail(ada.username() + "@" + DOMAIN);

    @BeforeAll
    static void link() {
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "linked",
                                "providerId",
                                "oidc",
                                "config",
                                Map.of(
                                        "clientId",
                                        "x",
                                        "clientSecret",
                                        "y",
                                        "authorizationUrl",
                                        "https://sso.linked.example/auth",
                                        "tokenUrl",
                                        "https://sso.linked.example/token",
                                        "kc.org.domain",
                                        DOMAIN,
                                        "kc.org.broker.redirect.mode.email-matches",
                                        "true")));
        app.realm()
                .call(
                        Method.POST,
                        "/organizations",
                        Map.of("name", "Linked", "alias", "linked", "domains", List.of(Map.of("name", DOMAIN))));
        tenant =
                (String) app.realm().list("/organizations?search=Linked").get(0).get("id");
        app.realm().call(Method.POST, "/organizations/" + tenant + "/identity-providers", "linked");
    }

    @Test
    void givenALinkedProvider_whenATenantIsChanged_thenDomainAndLinkStay() {
        app.platform()
                .as(Method.PATCH, "/tenants/" + tenant, Map.of("display_name", "Linked again"))
                .statusCode(200)
                .body("display_name", equalTo("Linked again"));

        assertThat(app.realm().list("/organizations/" + tenant + "/identity-providers"))
                .extracting(each -> each.get("alias"))
                .containsExactly("linked");
        assertThat(app.realm()
                        .call(Method.GET, "/organizations/" + tenant, null)
                        .jsonPath()
                        .getList("domains.name"))
                .containsExactly(DOMAIN);
    }

    @Test
    void givenALinkedProvider_whenSomeoneOfTheDomainSignsUp_thenAnAccountThatIsNoMember() {
        Tokens tokens = app.api().signedUp(colleague);

        app.api().signin(colleague).statusCode(200);
        assertThat(app.realm().list("/organizations/" + tenant + "/members"))
                .extracting(each -> each.get("id"))
                .doesNotContain(tokens.userId());
    }

    @Test
    void givenALinkedProvider_whenAMemberIsAdded_thenTheySwitchAndSignInToIt() {
        Tokens tokens = app.api().signedUp(colleague);
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", tokens.userId(), "role_name", "member"))
                .statusCode(201);

        Tokens inside = Tokens.of(
                app.api().as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));
        assertThat((String) inside.accessJwt().claim("org_id")).isEqualTo(tenant);
        app.platform()
                .as(Method.GET, "/tenants/" + tenant + "/members", null)
                .statusCode(200)
                .body("data.account_id", hasItem(tokens.userId()));
    }

    @Test
    void givenAnAccountOfTheProvider_whenListedAndInvited_thenItIsLikeAnyOther() {
        Tokens tokens = app.api().signedUp(ada);
        app.realm()
                .call(
                        Method.POST,
                        "/users/" + tokens.userId() + "/federated-identity/linked",
                        Map.of("userId", ada.username(), "userName", ada.username()));

        app.platform().as(Method.GET, "/end-users/" + tokens.userId(), null).statusCode(200);
        app.api().signin(ada).statusCode(200);
        app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", "new-" + colleague.email()))
                .statusCode(201);
    }
}
