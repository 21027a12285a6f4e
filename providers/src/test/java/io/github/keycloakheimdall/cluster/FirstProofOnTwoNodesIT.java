/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first verification of an address that two accounts claim, on two nodes of one PostgreSQL at once. */
@Tag("cluster")
class FirstProofOnTwoNodesIT {

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private final String address = TestUser.named("shared").email();
    private App app;
    private HeimdallApi there;

    @BeforeEach
    void create() {
        app = App.fresh().createOn(nodes.first());
        there = app.apiOn(nodes.second());
    }

    @AfterEach
    void delete() {
        app.close();
    }

    @RepeatedTest(5)
    void givenTwoClaims_whenBothAreVerifiedAtOnce_thenOneIsAndTheOtherIsGoneOnBothNodes() {
        Tokens first = app.api().signedUp(TestUser.named("first").withEmail(address));
        Tokens second = app.api().signedUp(TestUser.named("second"));
        String claim = app.api()
                .addContact(second.access(), "email", address)
                .statusCode(201)
                .extract()
                .path("id");
        String primary = app.api().contacts(first.access()).extract().path("data[0].id");
        List<Tokens> who = List.of(first, second);
        List<String> codes = List.of(codeFor(first, primary), codeFor(second, claim));

        List<Integer> statuses = AtOnce.run(2, i -> (i == 0 ? app.api() : there)
                .verifyContact(who.get(i).access(), codes.get(i))
                .extract()
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 410);
        for (HeimdallApi node : List.of(app.api(), there)) {
            assertThat(List.of(claims(node, first), claims(node, second))).containsExactlyInAnyOrder(1, 0);
        }
    }

    private int claims(HeimdallApi node, Tokens who) {
        return node.contacts(who.access())
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.findAll { it.value == '" + address + "' }")
                .size();
    }

    private String codeFor(Tokens who, String contactId) {
        return app.platform()
                .as(Method.POST, "/end-users/" + who.userId() + "/contacts/" + contactId + "/resend-verification", null)
                .statusCode(201)
                .extract()
                .path("code");
    }
}
