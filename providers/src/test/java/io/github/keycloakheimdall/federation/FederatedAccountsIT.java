/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which account someone gets who signs in by a provider. */
@OnOneDatabase
class FederatedAccountsIT {

    /** Whose word about emails the realm's admin believes. */
    private static final String TRUSTED = "trusted";

    private static final String DOUBTED = "doubted";
    private static final String POLICY = "heimdall.oauth_link_policy";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    private final Person person = Person.fresh();
    private final Tab tab = new Tab(app.api(), TRUSTED);
    private final Tab doubted = new Tab(app.api(), DOUBTED);

    @BeforeAll
    static void addProviders() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(TRUSTED, true));
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(DOUBTED, false));
    }

    @AfterEach
    void forgetSettings() {
        app.realm()
                .setAttributes(Map.of(
                        POLICY,
                        "confirm",
                        "heimdall.signup_enabled",
                        "true",
                        "heimdall.signup_requires_pak",
                        "false",
                        "heimdall.signup_allowed_email_domains",
                        ""));
    }

    @Test
    void givenAnUnverifiedEmail_whenSigningInFirst_thenAnAccountThatHasNotVerifiedIt() {
        Tokens tokens = tokens(tab.code(provider, person.saying("email_verified", false)));
        app.api().me(tokens.access()).body("email", equalTo(person.email())).body("emailVerifiedAt", nullValue());

        Tokens others = tokens(doubted.code(provider, Person.fresh()));
        app.api().me(others.access()).body("emailVerifiedAt", nullValue());
    }

    @Test
    void givenNoEmail_whenSigningInFirst_thenAnAccountWithoutOne() {
        Tokens tokens = tokens(tab.code(provider, person.sayingOnly("preferred_username", "Grace.Hopper")));

        app.api().me(tokens.access()).body("email", nullValue()).body("username", equalTo("grace.hopper"));
    }

    @Test
    void givenATakenUsername_whenSigningInFirst_thenAnother() {
        String name = TestUser.ada().username();
        tokens(tab.code(provider, person.saying("preferred_username", name)));
        Tokens second = tokens(tab.code(provider, Person.fresh().saying("preferred_username", name)));

        assertThat(app.api().me(second.access()).extract().<String>path("username"))
                .matches(name + "\\d{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "confirm, link_required",
        "reject, account_exists_with_different_provider",
        "nonsense, account_exists_with_different_provider"
    })
    void givenAnAccountWithTheEmail_whenSigningIn_thenRefusedByThePolicy(String policy, String word) {
        verifiedAccount();
        app.set(POLICY, policy);

        assertThat(tab.refusal(provider, person)).isEqualTo(word);
    }

    @Test
    void givenAutoAndTwoProofs_whenSigningIn_thenLinkedOnce() {
        String userId = verifiedAccount();
        app.set(POLICY, "auto");

        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(userId);
        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(userId);
        assertThat(app.realm().list("/users/" + userId + "/federated-identity")).hasSize(1);
        app.platform()
                .as(Method.GET, "/audit-logs?action=user.identity.linked&actor_id=" + userId, null)
                .body("data.details.identity_provider", contains(TRUSTED));
        Person another = new Person("sub-of-another-" + userId, person.says());
        assertThat(tab.refusal(provider, another)).isEqualTo("link_required");
    }

    @Test
    void givenAuto_whenAProofIsMissing_thenNotLinked() {
        String userId = verifiedAccount();
        app.set(POLICY, "auto");

        assertThat(doubted.refusal(provider, person)).isEqualTo("link_required");
        assertThat(tab.refusal(provider, person.saying("email_verified", false)))
                .isEqualTo("link_required");
        assertThat(tab.refusal(provider, person.saying("email_verified", "no"))).isEqualTo("link_required");
        assertThat(tab.refusal(provider, person.sayingOnly("email", person.email())))
                .isEqualTo("link_required");
        assertThat(tab.refusal(provider, person.saying("is_private_email", "true")))
                .isEqualTo("link_required");
        app.realm().updateUser(userId, Map.of("emailVerified", false));
        assertThat(tab.refusal(provider, person)).isEqualTo("link_required");
        assertThat(app.realm().list("/users/" + userId + "/federated-identity")).isEmpty();
    }

    @Test
    void givenAutoAndAnEmailProvenWithoutABearer_whenItsOwnerSignsIn_thenNotLinkedIntoWhatMayBePlanted() {
        Tokens planted = app.api().signedUp(TestUser.ada().withEmail(person.email()));
        Backend backend = Backend.forCodes(app);
        backend.verify(Map.of("email", person.email()));
        app.set(POLICY, "auto");

        assertThat(tab.refusal(provider, person)).isEqualTo("link_required");
        assertThat(app.realm().list("/users/" + planted.userId() + "/federated-identity"))
                .isEmpty();

        String code = backend.requestPasswordReset(Map.of("email", person.email()))
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);
        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(planted.userId());
        app.api().refresh(planted.refresh()).statusCode(401);
    }

    @Test
    void givenAutoAndAnEmailProvenWithTheBearer_whenSigningIn_thenLinked() {
        Tokens tokens = app.api().signedUp(TestUser.ada().withEmail(person.email()));
        String code = Backend.forCodes(app)
                .requestVerification(Map.of("email", person.email()))
                .extract()
                .path("code");
        app.api().verifyContact(tokens.access(), code).statusCode(200);
        app.set(POLICY, "auto");

        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(tokens.userId());
    }

    @Test
    void givenAutoAndAnEmailInLettersThatAreAnothers_whenSigningIn_thenAnAccountOfItsOwn() {
        String email = "kelvin." + person.email();
        String userId = app.api().signedUp(TestUser.ada().withEmail(email)).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));
        app.set(POLICY, "auto");

        Tokens tokens = tokens(tab.code(provider, person.saying("email", email.replace('k', '\u212A'))));

        assertThat(tokens.userId()).isNotEqualTo(userId);
        app.api().me(tokens.access()).body("email", nullValue());
    }

    @Test
    void givenAutoAndAnEmailInCapitals_whenSigningIn_thenLinked() {
        String userId = verifiedAccount();
        app.set(POLICY, "auto");

        assertThat(tokens(tab.code(
                                provider, person.saying("email", person.email().toUpperCase())))
                        .userId())
                .isEqualTo(userId);
    }

    @ParameterizedTest
    @CsvSource({
        "heimdall.signup_enabled, false, signup_disabled",
        "heimdall.signup_requires_pak, true, signup_disabled",
        "heimdall.signup_allowed_email_domains, elsewhere.example, email_domain_not_allowed"
    })
    void givenSignupClosed_whenAnEmailIsOnlyClaimed_thenNoWordOfWhetherAnAccountHasIt(
            String toggle, String value, String word) {
        verifiedAccount();
        app.set(toggle, value);

        assertThat(doubted.refusal(provider, person)).isEqualTo(word);
        assertThat(doubted.refusal(provider, Person.fresh())).isEqualTo(word);
        assertThat(tab.refusal(provider, person.saying("email_verified", false)))
                .isEqualTo(word);
        assertThat(tab.refusal(provider, person)).isEqualTo("link_required");
    }

    @Test
    void givenAutoAndAWordAsAText_whenSigningIn_thenLinked() {
        String userId = verifiedAccount();
        app.set(POLICY, "auto");

        assertThat(tokens(tab.code(provider, person.saying("email_verified", "true")))
                        .userId())
                .isEqualTo(userId);
    }

    @Test
    void givenAutoAndAnAdminOfKeycloak_whenSigningIn_thenNotLinked() {
        app.realm().giveAdminRoles(verifiedAccount(), "view-users");
        app.set(POLICY, "auto");

        assertThat(tab.refusal(provider, person)).isEqualTo("link_required");
    }

    @Test
    void givenAFurtherContactThatIsOnlyClaimed_whenItsOwnerSignsIn_thenTheClaimGoes() {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        String contact = app.api()
                .addContact(tokens.access(), "email", person.email())
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(contact).isNotNull();

        Tokens own = tokens(tab.code(provider, person));
        assertThat(own.userId()).isNotEqualTo(tokens.userId());
        app.api().contacts(tokens.access()).body("data.value", contains(ada.email()));
    }

    @Test
    void givenAMapper_whenSigningInFirst_thenItIsHeard() {
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances/" + DOUBTED + "/mappers",
                        Map.of(
                                "name",
                                "names",
                                "identityProviderAlias",
                                DOUBTED,
                                "identityProviderMapper",
                                "oidc-username-idp-mapper",
                                "config",
                                Map.of("syncMode", "INHERIT", "template", "by-${CLAIM.sub}")));

        Tokens tokens = tokens(doubted.code(provider, person));
        app.api().me(tokens.access()).body("username", equalTo("by-" + person.subject()));
        assertThat(doubted.refusal(provider, new Person(person.subject().toUpperCase(), Map.of())))
                .isEqualTo("username_taken");
    }

    @Test
    void givenAMapperThatTakesAnotherEmail_whenTheProviderVerifiedItsOwn_thenNotLinkedAndNotVerified() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt("mapped", true));
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances/mapped/mappers",
                        Map.of(
                                "name",
                                "email",
                                "identityProviderAlias",
                                "mapped",
                                "identityProviderMapper",
                                "oidc-user-attribute-idp-mapper",
                                "config",
                                Map.of("syncMode", "INHERIT", "claim", "upn", "user.attribute", "email")));
        String userId = verifiedAccount();
        app.set(POLICY, "auto");
        Tab mapped = new Tab(app.api(), "mapped");
        Person mallory = Person.fresh();

        assertThat(mapped.refusal(provider, mallory.saying("upn", person.email())))
                .isEqualTo("link_required");
        assertThat(app.realm().list("/users/" + userId + "/federated-identity")).isEmpty();
        Tokens tokens = tokens(mapped.code(provider, Person.fresh().saying("upn", "x" + person.email())));
        app.api()
                .me(tokens.access())
                .body("email", equalTo("x" + person.email()))
                .body("emailVerifiedAt", nullValue());
    }

    /** An account whose email is that of someone at the provider, and proven. */
    private String verifiedAccount() {
        String userId =
                app.api().signedUp(TestUser.ada().withEmail(person.email())).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));
        return userId;
    }

    private static Tokens tokens(String code) {
        return Tokens.of(exchange(code));
    }

    private static ValidatableResponse exchange(String code) {
        return app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then();
    }
}
