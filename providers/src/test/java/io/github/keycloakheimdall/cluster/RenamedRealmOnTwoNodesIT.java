/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm that one node renames while the other serves it. */
@Tag("cluster")
class RenamedRealmOnTwoNodesIT {

    /** How long a node may take to hear of what another one changed. */
    private static final Duration HEARD = Duration.ofSeconds(2);

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private final TestUser ada = TestUser.ada();
    private App app;
    private String name;
    private Tokens before;

    @BeforeEach
    void create() {
        app = App.fresh().createOn(nodes.first());
        name = app.slug();
        before = app.api().signedUp(ada);
        for (KeycloakServer node : both()) {
            app.apiOn(node).me(before.access()).statusCode(200);
            app.apiOn(node).jwks().statusCode(200);
            app.apiOn(node).discovery().statusCode(200);
        }
    }

    @AfterEach
    void delete() {
        rename(app.slug());
        app.close();
    }

    @Test
    void givenARealmRenamedOnOneNode_whenTokensOfBeforeCome_thenTheyGoOnAtBothByTheNewName() {
        Tokens other = app.apiOn(nodes.second()).signedIn(ada);

        rename(app.slug() + "-b");

        for (KeycloakServer node : both()) {
            await().atMost(HEARD)
                    .untilAsserted(() -> api(node).me(before.access()).statusCode(200));
        }
        Tokens here = Tokens.of(api(nodes.first()).refresh(before.refresh()));
        Tokens there = Tokens.of(api(nodes.second()).refresh(other.refresh()));
        api(nodes.second()).me(here.access()).statusCode(200);
        api(nodes.first()).me(there.access()).statusCode(200);
        assertThat(there.accessJwt().<String>claim("iss")).endsWith("/" + name);
        api(nodes.second()).refresh(before.refresh()).statusCode(401);
    }

    @Test
    void givenARealmRenamedOnOneNode_whenVerifiersAskByTheOldName_thenBothAnswer() {
        rename(app.slug() + "-b");

        for (KeycloakServer node : both()) {
            HeimdallApi old = app.apiOn(node);
            await().atMost(HEARD).untilAsserted(() -> old.me(before.access()).statusCode(404));
            JsonPath keys = old.jwks().statusCode(200).extract().jsonPath();
            assertThat(before.accessJwt().isSignedBy(keys)).isTrue();
            old.discovery()
                    .statusCode(200)
                    .body("issuer", equalTo(before.accessJwt().<String>claim("iss")))
                    .body("token_endpoint", endsWith("/" + name + "/v1/oauth/token"));
        }
    }

    @Test
    void givenARealmRenamedOnOneNode_whenAnotherTakesItsNameThere_thenItAloneAnswersAtBoth() {
        rename(app.slug() + "-b");
        for (KeycloakServer node : both()) {
            await().atMost(HEARD)
                    .untilAsserted(() -> api(node).me(before.access()).statusCode(200));
            app.apiOn(node).jwks().statusCode(200);
        }
        KeycloakAdmin admin = KeycloakAdmin.of(nodes.first());
        admin.createRealm(
                app.slug(),
                Map.of("realm", app.slug(), "enabled", true, "attributes", Map.of("heimdall.enabled", "true")));
        try {
            for (KeycloakServer node : both()) {
                await().atMost(HEARD).untilAsserted(() -> {
                    JsonPath keys =
                            app.apiOn(node).jwks().statusCode(200).extract().jsonPath();
                    assertThat(before.accessJwt().isSignedBy(keys)).isFalse();
                });
                app.apiOn(node).me(before.access()).statusCode(401);
                app.apiOn(node).refresh(before.refresh()).statusCode(401);
                api(node).me(before.access()).statusCode(200);
            }
        } finally {
            admin.realm(app.slug()).delete();
        }
    }

    @RepeatedTest(3)
    void givenTheOtherNodeServesAllTheWhile_whenTheRealmIsRenamed_thenNobodyIsSignedOutAndVerifiersFindTheKeys() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<Integer>> statuses = CompletableFuture.supplyAsync(() -> {
            List<Integer> seen = new ArrayList<>();
            HeimdallApi old = app.apiOn(nodes.second());
            HeimdallApi renamed = HeimdallApi.of(nodes.second().baseUri(), app.slug() + "-b");
            while (!done.get()) {
                seen.add(old.me(before.access()).extract().statusCode());
                seen.add(renamed.me(before.access()).extract().statusCode());
                old.jwks().statusCode(200);
                old.discovery().statusCode(200);
            }
            return seen;
        });

        rename(app.slug() + "-b");

        await().atMost(HEARD)
                .untilAsserted(() -> api(nodes.second()).me(before.access()).statusCode(200));
        done.set(true);
        // 404 is the name that is not yet, or no longer, the realm's.
        assertThat(statuses.join()).isSubsetOf(200, 404);
        api(nodes.second()).refresh(before.refresh()).statusCode(200);
    }

    private void rename(String to) {
        if (!to.equals(name)) {
            KeycloakAdmin.of(nodes.first()).realm(name).update(Map.of("realm", to));
            name = to;
        }
    }

    private HeimdallApi api(KeycloakServer node) {
        return HeimdallApi.of(node.baseUri(), name);
    }

    private static List<KeycloakServer> both() {
        return List.of(nodes.first(), nodes.second());
    }
}
