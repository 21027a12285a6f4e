/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second factors on two nodes of one cluster. */
@Tag("cluster")
class MfaOnTwoNodesIT {

    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private static App app;
    private static MfaApi here;
    private static MfaApi there;

    private final TestUser ada = TestUser.ada();
    private Enrolled factor;

    @BeforeAll
    static void create() {
        app = App.fresh().withRealm(OtpPolicy.wide()).createOn(nodes.first());
        here = new MfaApi(app.api());
        there = new MfaApi(app.apiOn(nodes.second()));
    }

    @AfterAll
    static void delete() {
        app.close();
    }

    @BeforeEach
    void enrol() {
        factor = here.enrolled(app.api().signedUp(ada).access(), "phone");
    }

    @Test
    void givenAChallengeOfOneNode_whenAnsweredOnTheOther_thenSignedInAndTheChallengeIsUsedUpOnBoth() {
        String challenge = here.challenged(ada);

        there.verify(challenge, factor.phone().code(0)).statusCode(200);

        here.verify(challenge, factor.phone().code(1)).statusCode(401);
        there.verify(challenge, factor.phone().code(1)).statusCode(401);
    }

    @RepeatedTest(3)
    void givenOneChallenge_whenAnsweredOnBothNodesAtOnceWithCodesOfTheirOwn_thenOneSucceeds() {
        String challenge = here.challenged(ada);

        // Each code is good by itself, so only the challenge can be what is used up.
        assertOneSucceeds(i -> on(i).verify(challenge, factor.phone().code(i % 2)));
    }

    @RepeatedTest(3)
    void givenOneCode_whenUsedOnBothNodesAtOnceForChallengesOfTheirOwn_thenOneSucceeds() {
        List<String> challenges = List.of(here.challenged(ada), there.challenged(ada));
        String code = factor.phone().code(0);

        List<Integer> statuses = AtOnce.run(
                challenges.size(),
                i -> on(i + 1).verify(challenges.get(i), code).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
    }

    @RepeatedTest(3)
    void givenOneRecoveryCode_whenUsedOnBothNodesAtOnceForChallengesOfTheirOwn_thenOneSucceeds() {
        List<String> challenges = List.of(here.challenged(ada), there.challenged(ada));
        String code = factor.recoveryCodes().get(0);

        List<Integer> statuses = AtOnce.run(
                challenges.size(),
                i -> on(i + 1).recover(challenges.get(i), code).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
    }

    @Test
    void givenFiveWrongCodesOnBothNodes_whenTheRightOneComes_thenTheChallengeIsLocked() {
        String challenge = here.challenged(ada);
        for (int i = 0; i < 5; i++) {
            on(i).verify(challenge, "000000");
        }

        here.verify(challenge, factor.phone().code(0)).statusCode(429);
        there.verify(challenge, factor.phone().code(0)).statusCode(429);
    }

    private static void assertOneSucceeds(IntFunction<ValidatableResponse> answer) {
        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> answer.apply(i).extract().statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 401, 429)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    private static MfaApi on(int turn) {
        return turn % 2 == 0 ? here : there;
    }
}
