/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app in a realm that Terraform looks after. */
@OnOneDatabase
class TerraformIT {

    @RegisterExtension
    static final App server = App.fresh();

    private final TestUser ada = TestUser.ada();
    private App app;
    private Terraform terraform;
    private Tokens before;

    @BeforeEach
    void anApp() {
        app = App.fresh().with("heimdall.signup_requires_pak", "false").createOn(server.server());
        terraform = Terraform.of(app.realm());
        before = app.api().signedUp(ada);
        app.realm().giveRole(before.userId(), "owner");
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenAFileThatKnowsNothingOfTheApp_whenApplied_thenNobodyIsSignedOutAndNothingIsAmiss() {
        app.set("heimdall.signup_enabled", "false");

        terraform.applyRealm(Map.of());
        terraform.applyRealm(Map.of("team", "payments"));

        assertGoesOn();
        app.api().signup(TestUser.ada()).statusCode(403);
        health().body("data", empty());
    }

    @Test
    void givenAFileThatNamesTheApp_whenApplied_thenNobodyIsSignedOutAndNothingIsAmiss() {
        terraform.applyRealm(Map.of("heimdall.enabled", "true", "heimdall.max_sessions", "7"));

        assertGoesOn();
        app.platform().as(Method.GET, "/auth-config", null).body("max_sessions", equalTo(7));
        health().body("data", empty());
    }

    /** The provider of a file that does not say login_with_email_allowed switches it off. */
    @Test
    void givenARealmThatTerraformMakes_whenSomeoneSignsUpAndProvesTheirEmail_thenTheUsernameAloneSignsIn() {
        String slug = "made-" + server.slug();
        RealmAdmin realm = Terraform.makeRealm(server.admin(), slug, Map.of("heimdall.enabled", "true"));
        try {
            HeimdallApi api = HeimdallApi.of(server.server().baseUri(), slug);
            Tokens tokens = api.signedUp(ada);
            realm.updateUser(tokens.userId(), Map.of("emailVerified", true));

            api.refresh(tokens.refresh()).statusCode(200);
            api.signin(ada).statusCode(200);
            api.signin(ada.email(), ada.password()).statusCode(401);
            realm.update(Map.of("loginWithEmailAllowed", true));
            api.signin(ada.email(), ada.password()).statusCode(200);
        } finally {
            realm.delete();
        }
    }

    @Test
    void givenAFileWithoutEvents_whenApplied_thenHealthSaysSo() {
        terraform.applyNoEvents();

        assertGoesOn();
        health().body("data.code", contains("events_off"));
        app.platform().as(Method.GET, "/audit-logs", null).statusCode(200);
    }

    @Test
    void givenAFileWithAUserProfile_whenAppliedAndDestroyed_thenUsersSignUpAndKeepTheirNames() {
        terraform.applyProfile("username", "email", "firstName", "lastName");
        assertGoesOn();
        app.api().me(app.api().signedUp(TestUser.named("eve")).access()).statusCode(200);

        terraform.destroyProfile();

        TestUser eve = TestUser.named("eve");
        app.api().me(app.api().signedUp(eve).access()).statusCode(200).body("displayName", equalTo(eve.displayName()));
        app.api().patchMe(before.access(), Map.of("display_name", "Countess")).statusCode(200);
        health().body("data", empty());
    }

    @Test
    void givenKeystores_whenAppliedAndDestroyed_thenTokensOfOtherKeysGoOnAndThoseOfTheirsEnd() {
        String rsa = terraform.applyKeystore("rsa-generated", Map.of("algorithm", "RS256", "keySize", "2048"));
        String hmac = terraform.applyKeystore("hmac-generated", Map.of("algorithm", "HS512", "secretSize", "64"));

        Tokens of = app.api().signedIn(ada);
        assertThat(of.accessJwt().isSignedBy(app.api().jwks().extract().jsonPath()))
                .isTrue();
        app.api().me(before.access()).statusCode(200);
        Tokens renewed = Tokens.of(app.api().refresh(before.refresh()));

        terraform.destroyKeystore(rsa);
        terraform.destroyKeystore(hmac);

        app.api().me(before.access()).statusCode(200);
        for (Tokens theirs : new Tokens[] {of, renewed}) {
            app.api().me(theirs.access()).statusCode(401);
            app.api().refresh(theirs.refresh()).statusCode(401);
        }
        app.api().me(app.api().signedIn(ada).access()).statusCode(200);
    }

    @Test
    void givenAnES256KeystoreAlone_whenApplied_thenTokensAreSignedAsBefore() {
        terraform.applyKeystore("ecdsa-generated", Map.of("ecdsaEllipticCurveKey", "P-256"));

        app.api().me(app.api().signedIn(ada).access()).statusCode(200);
        assertGoesOn();
    }

    @Test
    void givenAFileWithARoleOfTheAppsName_whenApplied_thenHealthSaysThatItIsTheAppsNoMore() {
        terraform.applyRole("member");

        assertGoesOn();
        health().body("data.code", hasItem("role_not_ours"));
    }

    @Test
    void givenAFileWithAUserOfTheApp_whenApplied_thenTheyGoOnWithWhatIsLeft() {
        terraform.applyUser(before.userId(), ada.username(), ada.email());

        app.api().me(before.access()).statusCode(200).body("email", equalTo(ada.email()));
        app.api().contacts(before.access()).statusCode(200);
        app.platform()
                .as(Method.GET, "/end-users/" + before.userId(), null)
                .statusCode(200)
                .body("status", equalTo("active"));
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenAFileWithoutDefaultScopes_whenApplied_thenTheAppGoesOn() {
        terraform.applyNoDefaultScopes();

        assertGoesOn();
        String machine = app.api().machineToken(app.platform().machine("user.list"));
        app.api().as(machine, Method.GET, "/admin/users", null).statusCode(200);
        app.api().discovery().body("issuer", notNullValue());
    }

    private void assertGoesOn() {
        app.api().me(before.access()).statusCode(200).body("role", equalTo("owner"));
        before = Tokens.of(app.api().refresh(before.refresh()));
        app.api().signin(ada).statusCode(200);
    }

    private ValidatableResponse health() {
        return app.platform().as(Method.GET, "/health", null).statusCode(200);
    }
}
