/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak's console renames a realm, which the API never does: what was signed under the old name goes on. */
@OnOneDatabase
@ExtendWith(KeycloakExtension.class)
final class RenamedRealmIT {

    private final TestUser ada = TestUser.ada();

    private RunningKeycloak server;
    private KeycloakAdmin admin;
    private App app;
    private String name;
    private Tokens before;

    @BeforeEach
    void create(RunningKeycloak running) {
        server = running;
        admin = KeycloakAdmin.of(running);
        app = App.fresh().createOn(running);
        name = app.slug();
        before = app.api().signedUp(ada);
    }

    @AfterEach
    void delete() {
        rename(app.slug());
        app.close();
    }

    @Test
    void givenARenamedRealm_whenTokensOfBeforeCome_thenTheyGoOnUnderTheNewName() {
        Platform.Machine machine = app.platform().machine("user.list");
        String machineBefore = app.api().machineToken(machine);

        HeimdallApi renamed = rename(app.slug() + "-b");

        renamed.me(before.access()).statusCode(200);
        renamed.permissions(before.access()).statusCode(200);
        renamed.verify(before.access()).body("valid", equalTo(true));
        renamed.as(machineBefore, Method.GET, "/admin/users", null).statusCode(200);
        Tokens after = Tokens.of(renamed.refresh(before.refresh()));
        assertThat(after.accessJwt().<String>claim("iss")).endsWith("/" + name);
        assertThat(after.accessJwt().<String>claim("sid")).isEqualTo(before.sessionId());
        renamed.me(after.access()).statusCode(200);
        renamed.refresh(before.refresh()).statusCode(401);
        renamed.logout(after.refresh()).statusCode(204);
    }

    @Test
    void givenARenamedRealm_whenVerifiersAskByTheOldName_thenKeysAndIssuerOfBeforeAndNothingElse() {
        HeimdallApi old = app.api();
        HeimdallApi renamed = rename(app.slug() + "-b");

        JsonPath keys = old.jwks().statusCode(200).extract().jsonPath();
        assertThat(before.accessJwt().isSignedBy(keys)).isTrue();
        old.discovery()
                .statusCode(200)
                .body("issuer", equalTo(before.accessJwt().<String>claim("iss")))
                .body("jwks_uri", endsWith("/" + app.slug() + "/v1/.well-known/jwks.json"))
                .body("token_endpoint", endsWith("/" + name + "/v1/oauth/token"));
        renamed.discovery().body("issuer", endsWith("/" + name));
        old.me(before.access()).statusCode(404);
        old.signin(ada).statusCode(404);
        old.refresh(before.refresh()).statusCode(404);
        renamed.refresh(before.refresh()).statusCode(200);
    }

    @Test
    void givenARenamedRealm_whenAnotherTakesTheOldName_thenItAloneAnswersThereAndItsTokensPassNowhereElse() {
        HeimdallApi renamed = rename(app.slug() + "-b");
        app.api().jwks().statusCode(200);
        Map<String, String> attributes =
                Map.of("heimdall.enabled", "true", "heimdall.rate_limit_signup_per_minute", "0");
        admin.createRealm(app.slug(), Map.of("realm", app.slug(), "enabled", true, "attributes", attributes));
        try {
            JsonPath keys = app.api().jwks().statusCode(200).extract().jsonPath();
            assertThat(before.accessJwt().isSignedBy(keys)).isFalse();
            app.api().me(before.access()).statusCode(401);
            app.api().refresh(before.refresh()).statusCode(401);
            Tokens other = app.api().signedUp(TestUser.named("eve"));
            renamed.me(other.access()).statusCode(401);
            renamed.refresh(other.refresh()).statusCode(401);
            renamed.me(before.access()).statusCode(200);
        } finally {
            admin.realm(app.slug()).delete();
        }
    }

    @Test
    void givenARenamedRealm_whenLookingAtItsHealth_thenItSaysSo() {
        app.realm().giveRole(before.userId(), "owner");
        app.platform().as(Method.GET, "/health", null).body("data", empty());

        rename(app.slug() + "-b");

        new Platform(server, admin, name).as(Method.GET, "/health", null).body("data.code", contains("realm_renamed"));
    }

    @Test
    void givenARenamedRealm_whenReadingTheAuditLog_thenItHasBothNames() {
        rename(app.slug() + "-b");

        new Platform(server, admin, name)
                .as(Method.GET, "/audit-logs?action=app.slug_changed", null)
                .statusCode(200)
                .body("data.details.previous_slug", contains(app.slug()))
                .body("data.details.slug", contains(app.slug() + "-b"))
                .body("data.resource_type", contains("app"));
        admin.realm(name).update(Map.of("displayName", "Another"));
        new Platform(server, admin, name)
                .as(Method.GET, "/audit-logs?action=app.slug_changed", null)
                .body("data", hasSize(1));
    }

    @Test
    void givenARealmRenamedTwiceAndBack_thenEachNameOfBeforeCounts() {
        rename(app.slug() + "-b");
        HeimdallApi second = api();
        Tokens inBetween = second.signedIn(ada);
        rename(app.slug() + "-c");

        api().me(before.access()).statusCode(200);
        api().me(inBetween.access()).statusCode(200);
        app.api().jwks().statusCode(200);
        second.jwks().statusCode(200);

        rename(app.slug());
        app.api().me(before.access()).statusCode(200);
        app.api().me(inBetween.access()).statusCode(200);
        app.api().discovery().body("issuer", endsWith("/" + app.slug()));
        second.jwks().statusCode(200);
        second.me(inBetween.access()).statusCode(404);
    }

    @Test
    void givenARenamedRealm_whenDeleted_thenItsNamesAreNobodys() {
        HeimdallApi renamed = rename(app.slug() + "-b");
        app.api().jwks().statusCode(200);

        admin.realm(name).delete();

        app.api().jwks().statusCode(404);
        app.createOn(server);
        name = app.slug();
        app.api().jwks().statusCode(200);
        app.api().me(before.access()).statusCode(401);
        renamed.jwks().statusCode(404);
    }

    @Test
    void givenARealmThatLeft_whenRenamed_thenTheOldNameAnswersNothing() {
        rename(app.slug() + "-b");
        admin.realm(name).setAttributes(Map.of("heimdall.enabled", "false"));

        app.api().jwks().statusCode(404);

        admin.realm(name).setAttributes(Map.of("heimdall.enabled", "true"));
        app.api().jwks().statusCode(200);
    }

    private HeimdallApi rename(String to) {
        if (!to.equals(name)) {
            admin.realm(name).update(Map.of("realm", to));
            name = to;
        }
        return api();
    }

    private HeimdallApi api() {
        return HeimdallApi.of(server.baseUri(), name);
    }
}
