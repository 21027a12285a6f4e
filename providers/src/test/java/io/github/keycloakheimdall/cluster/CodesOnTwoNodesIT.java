/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes of contacts and passwords on two nodes of one PostgreSQL. */
@Tag("cluster")
class CodesOnTwoNodesIT {

    /** Fewer than the wrong codes that an address may try at once in an app. */
    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private final TestUser ada = TestUser.ada();
    private App app;
    private HeimdallApi there;
    private Backend backend;

    /** One app a test: the codes that lose a race count as wrong ones of this address. */
    @BeforeEach
    void create() {
        app = App.fresh().createOn(nodes.first());
        there = app.apiOn(nodes.second());
        backend = Backend.forCodes(app);
    }

    @AfterEach
    void delete() {
        app.close();
    }

    @Test
    void givenACodeOfOneNode_whenUsedOnTheOther_thenItIsGoodOnceOnBoth() {
        app.api().signedUp(ada);
        String code = verificationCode();

        there.verifyContact(code).statusCode(200);

        app.api().verifyContact(code).statusCode(410);
        there.verifyContact(code).statusCode(410);
    }

    @RepeatedTest(3)
    void givenOneCode_whenUsedOnBothNodesAtOnce_thenOneSucceeds() {
        app.api().signedUp(ada);
        String code = verificationCode();

        List<Integer> statuses = AtOnce.run(AT_ONCE, i -> (i % 2 == 0 ? app.api() : there)
                .verifyContact(code)
                .extract()
                .statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 410, 429)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @RepeatedTest(3)
    void givenOneResetCode_whenUsedOnBothNodesAtOnce_thenOnePasswordHolds() {
        app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");

        List<Integer> statuses = AtOnce.run(AT_ONCE, i -> (i % 2 == 0 ? app.api() : there)
                .resetPassword(code, "AnotherHorseBattery" + i)
                .extract()
                .statusCode());

        assertThat(statuses)
                .isSubsetOf(204, 410, 429)
                .filteredOn(status -> status == 204)
                .hasSize(1);
        int winner = statuses.indexOf(204);
        there.signin(ada.username(), "AnotherHorseBattery" + winner).statusCode(200);
    }

    private String verificationCode() {
        return backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }
}
