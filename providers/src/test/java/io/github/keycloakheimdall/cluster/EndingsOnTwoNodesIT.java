/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.Staggered;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends an account's logins on one node ends them on the other, and what runs there at the same moment. */
@Tag("cluster")
class EndingsOnTwoNodesIT {

    private static final String NEW_PASSWORD = "AnotherHorseBattery";

    /** How long a node may take to hear of what another one changed. */
    private static final Duration HEARD = Duration.ofSeconds(2);

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private static App app;
    private static HeimdallApi there;
    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private Tokens owner;

    @BeforeAll
    static void create() {
        app = App.fresh()
                .withKeycloaksHash()
                .withRealm(OtpPolicy.wide())
                .with("heimdall.max_failed_login_attempts", "100")
                .createOn(nodes.first());
        there = app.apiOn(nodes.second());
        backend = Backend.forCodes(app);
    }

    @AfterAll
    static void delete() {
        app.close();
    }

    @BeforeEach
    void signUp() {
        owner = app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));
        there.me(owner.access()).statusCode(200);
    }

    @RepeatedTest(4)
    void givenSigninsOnBothNodes_whenThePasswordIsChangedBesideThem_thenNoneOutlivesTheChange() {
        List<ValidatableResponse> answers = Staggered.run(i -> on(i).signin(ada), () -> app.api()
                .changePassword(owner.access(), ada.password(), NEW_PASSWORD)
                .statusCode(204));

        assertNoneIsIn(answers);
        app.api().me(owner.access()).statusCode(200);
        await().atMost(HEARD).untilAsserted(() -> there.me(owner.access()).statusCode(200));
        there.refresh(owner.refresh()).statusCode(200);
    }

    @RepeatedTest(4)
    void givenSigninsOnBothNodes_whenThePasswordIsResetBesideThem_thenNoneOutlivesTheReset() {
        String code = resetCode();

        List<ValidatableResponse> answers = Staggered.run(
                i -> on(i).signin(ada),
                () -> app.api().resetPassword(code, NEW_PASSWORD).statusCode(204));

        assertNoneIsIn(answers);
        assertThat(there.signedIn(ada.withPassword(NEW_PASSWORD)).access()).isNotNull();
    }

    @Test
    void givenAChallengeOfOneNode_whenThePasswordIsResetOnTheOther_thenItIsVoid() {
        Enrolled factor = new MfaApi(app.api()).enrolled(owner.access(), "phone");
        String challenge = new MfaApi(there).challenged(ada);

        app.api().resetPassword(resetCode(), NEW_PASSWORD).statusCode(204);

        await().atMost(HEARD).untilAsserted(() -> there.me(owner.access()).statusCode(401));
        new MfaApi(there).verify(challenge, factor.phone().code(0)).statusCode(401);
    }

    @Test
    void givenABearerThatLoggedOut_whenThePasswordIsResetOnTheOtherNode_thenItIsRefused() {
        there.logout(owner.refresh()).statusCode(204);
        there.me(owner.access()).statusCode(200);

        app.api().resetPassword(resetCode(), NEW_PASSWORD).statusCode(204);

        await().atMost(HEARD).untilAsserted(() -> there.me(owner.access()).statusCode(401));
    }

    private static void assertNoneIsIn(List<ValidatableResponse> answers) {
        List<Tokens> handedOut = answers.stream()
                .filter(answer -> answer.extract().statusCode() == 200)
                .map(Tokens::of)
                .toList();
        for (Tokens tokens : handedOut) {
            await().atMost(HEARD).untilAsserted(() -> {
                app.api().me(tokens.access()).statusCode(401);
                there.me(tokens.access()).statusCode(401);
            });
            app.api().refresh(tokens.refresh()).statusCode(401);
            there.refresh(tokens.refresh()).statusCode(401);
        }
    }

    private static HeimdallApi on(int turn) {
        return turn % 2 == 0 ? app.api() : there;
    }

    private String resetCode() {
        return backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }
}
