/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.directory.Directory;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a directory whom both nodes meet for the first time at once. */
@Tag("cluster")
class DirectoryOnTwoNodesIT {

    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    static final Directory directory = Directory.readOnly().trustingEmails();

    private static App app;
    private static HeimdallApi there;

    private final String uid = "n" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(nodes.first());
        there = app.apiOn(nodes.second());
        directory.join(app);
    }

    @AfterAll
    static void delete() {
        app.close();
        directory.close();
    }

    @BeforeEach
    void add() {
        directory.add(uid);
    }

    @RepeatedTest(4)
    void givenNobodyHasSeenThem_whenTheySignInOnBothNodesAtOnce_thenOneAccount() {
        List<Tokens> tokens = AtOnce.run(AT_ONCE, i -> Tokens.of(on(i).signin(uid, Directory.PASSWORD)));

        assertThat(tokens).extracting(Tokens::userId).containsOnly(account());
        for (Tokens each : tokens) {
            app.api().me(each.access()).statusCode(200);
            there.me(each.access()).statusCode(200);
            there.refresh(each.refresh()).statusCode(200);
        }
        assertIsOneEverywhere();
    }

    @RepeatedTest(4)
    void givenNobodyHasSeenThem_whenBothNodesMeetThemByNameAndByEmail_thenOneAccount() {
        List<Tokens> tokens = AtOnce.run(
                AT_ONCE, i -> Tokens.of(on(i).signin(i % 4 < 2 ? uid : Directory.email(uid), Directory.PASSWORD)));

        assertThat(tokens).extracting(Tokens::userId).containsOnly(account());
        assertIsOneEverywhere();
    }

    @RepeatedTest(4)
    void givenNobodyHasSeenThem_whenStrangersAreRefusedOnOneNodeBesideTheirSigninOnTheOther_thenNoGhost() {
        List<Integer> statuses = AtOnce.run(
                AT_ONCE, i -> (i % 2 == 0 ? app.api().signup(stranger(i)) : there.signin(uid, Directory.PASSWORD))
                        .extract()
                        .statusCode());

        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? 409 : 200);
        }
        assertIsOneEverywhere();
    }

    @RepeatedTest(4)
    void givenNobodyHasSeenThem_whenWrongPasswordsComeToBothNodes_thenAllCountForOneAccount() {
        List<Integer> statuses = AtOnce.run(
                2, i -> on(i).signin(uid, "wrong-Password" + i).extract().statusCode());

        assertThat(statuses).containsOnly(401);
        assertThat(app.realm().bruteForce(account())).containsEntry("numFailures", 2);
        assertIsOneEverywhere();
    }

    /** By the name in one half of the requests and by the email in the other. */
    private TestUser stranger(int turn) {
        TestUser eve = TestUser.named("eve");
        return turn % 4 < 2 ? eve.withUsername(uid) : eve.withEmail(Directory.email(uid));
    }

    private void assertIsOneEverywhere() {
        String id = account();
        for (KeycloakServer node : List.of(nodes.first(), nodes.second())) {
            HeimdallApi api = app.apiOn(node);
            for (String identifier : List.of(uid, Directory.email(uid))) {
                Tokens tokens = Tokens.of(api.signin(identifier, Directory.PASSWORD));
                assertThat(tokens.userId()).isEqualTo(id);
                api.me(tokens.access()).statusCode(200).body("id", equalTo(id));
            }
            assertThat(KeycloakAdmin.of(node).realm(app.slug()).list("/users?exact=true&username=" + uid))
                    .extracting(user -> user.get("id"))
                    .containsExactly(id);
        }
        app.platform()
                .as(Method.GET, "/end-users?search=" + uid, null)
                .statusCode(200)
                .body("data.id", equalTo(List.of(id)));
    }

    private String account() {
        Map<String, Object> user = app.realm().user(uid);
        assertThat(user).isNotNull();
        return (String) user.get("id");
    }

    private static HeimdallApi on(int turn) {
        return turn % 2 == 0 ? app.api() : there;
    }
}
