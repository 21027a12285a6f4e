/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mappers of a provider that the realm's admin trusts may make of an account's email and username. */
@OnOneDatabase
class MappedAccountsIT {

    private static final String ALIAS = "mapped";

    /** The claims that the mappers take email and username from. */
    private static final String CONTACT = "contact";

    private static final String LOGIN = "login";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .with("heimdall.oauth_link_policy", "auto");

    private final Person person = Person.fresh();
    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void addProvider() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        addMapper("oidc-user-attribute-idp-mapper", Map.of("claim", CONTACT, "user.attribute", "email"));
        addMapper("oidc-username-idp-mapper", Map.of("template", "${CLAIM." + LOGIN + '}', "target", "LOCAL"));
    }

    @Test
    void givenAMappedEmail_whenTheProviderSaysVerifiedOfAnother_thenItIsAClaim() {
        Person claimant = mapped(Person.fresh().email(), "one-" + person.subject());
        TestUser victim = TestUser.ada().withEmail((String) claimant.says().get(CONTACT));
        String userId = app.api().signedUp(victim).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));

        assertThat(tab.refusal(provider, claimant)).isEqualTo("link_required");
        assertThat(app.realm().list("/users/" + userId + "/federated-identity")).isEmpty();

        String unknown = Person.fresh().email();
        Tokens tokens = tokens(mapped(unknown, "two-" + person.subject()));
        app.api().me(tokens.access()).body("email", equalTo(unknown)).body("emailVerifiedAt", nullValue());
    }

    @Test
    void givenSomeoneKnown_whenAMapperHasAnotherEmail_thenTheOneHereStaysWithItsProof() {
        String name = "of-" + person.subject();
        Tokens first = tokens(mapped(person.email(), name));
        TestUser other = TestUser.ada();
        app.api().signedUp(other);

        for (String email : new String[] {Person.fresh().email(), other.email()}) {
            Tokens later = tokens(mapped(email, name));

            assertThat(later.userId()).isEqualTo(first.userId());
            app.api().me(later.access()).body("email", equalTo(person.email())).body("emailVerifiedAt", notNullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"someone@else.example", "service-account-x", "ab", "\u0430dmin", "taken", "a\u200Bdmin", ""})
    void givenSomeoneKnown_whenAMapperHasANameThatNewcomersMayNotHave_thenTheOldStays(String wish) {
        TestUser taken = TestUser.ada();
        app.api().signedUp(taken);
        String name = "of-" + person.subject();
        Tokens first = tokens(mapped(person.email(), name));

        Tokens later = tokens(mapped(person.email(), wish.equals("taken") ? taken.username() : wish));

        assertThat(later.userId()).isEqualTo(first.userId());
        app.api().me(later.access()).body("username", equalTo(name));
    }

    @Test
    void givenSomeoneKnown_whenAMapperHasAnotherGoodName_thenTheyGetIt() {
        tokens(mapped(person.email(), "of-" + person.subject()));

        Tokens later = tokens(mapped(person.email(), "now-" + person.subject()));

        app.api().me(later.access()).body("username", equalTo("now-" + person.subject()));
    }

    private Person mapped(String email, String login) {
        return person.saying(CONTACT, email, LOGIN, login);
    }

    private static Tokens tokens(Person who) {
        String code = new Tab(app.api(), ALIAS).code(provider, who);
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }

    private static void addMapper(String type, Map<String, String> config) {
        Map<String, String> forced = new HashMap<>(config);
        forced.put("syncMode", "FORCE");
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances/" + ALIAS + "/mappers",
                        Map.of(
                                "name",
                                type,
                                "identityProviderAlias",
                                ALIAS,
                                "identityProviderMapper",
                                type,
                                "config",
                                forced));
    }
}
