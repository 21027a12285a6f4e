/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Contacts that are changed at the same moment. */
class ContactRacesIT {

    @RegisterExtension
    static final App shared = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final String address = TestUser.named("shared").email();

    /** One a test: codes that lose a race count as wrong ones. */
    private App app;

    @BeforeEach
    void create() {
        app = App.fresh().createOn(shared.server());
    }

    @AfterEach
    void delete() {
        app.close();
    }

    @RepeatedTest(5)
    void givenAnEmailAndAFurtherContactOfOneAddress_whenBothAreVerifiedAtOnce_thenOneIs() {
        Tokens first = app.api().signedUp(ada.withEmail(address));
        Tokens second = app.api().signedUp(TestUser.named("second"));
        String ofSecond = claim(second);

        verifyAtOnce(List.of(first, second), List.of(codeFor(first, primary(first)), codeFor(second, ofSecond)));

        assertThat(verified(first) + verified(second)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenAnAddressThatManyClaim_whenAllVerifyAtOnce_thenOneDoes() {
        List<Tokens> claimants = Stream.generate(() -> app.api().signedUp(TestUser.ada()))
                .limit(4)
                .toList();

        verifyAtOnce(
                claimants,
                claimants.stream().map(each -> codeFor(each, claim(each))).toList());

        assertThat(claimants.stream().mapToInt(this::verified).sum()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenOneCodeAndTwoWhoClaimItsAddress_whenBothEnterItAtOnce_thenOneHasIt() {
        Tokens first = app.api().signedUp(ada.withEmail(address));
        Tokens second = app.api().signedUp(TestUser.named("second"));
        claim(second);
        String code = codeFor(first, primary(first));

        verifyAtOnce(List.of(first, second), List.of(code, code));

        assertThat(verified(first) + verified(second)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void givenTwoVerifiedEmails_whenBothAreDeletedAtOnce_thenOneStays() {
        Backend backend = Backend.forCodes(app);
        Tokens tokens = app.api().signedUp(ada);
        String primary = backend.verify(Map.of("email", ada.email()));
        String further = claim(tokens);
        backend.verify(Map.of("email", address));

        List<Integer> statuses = AtOnce.run(2, i -> app.api()
                .deleteContact(tokens.access(), i == 0 ? primary : further)
                .extract()
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        app.api()
                .contacts(tokens.access())
                .body("data", hasSize(1))
                .body("data.findAll { it.verified_at }", hasSize(1));
    }

    private void verifyAtOnce(List<Tokens> who, List<String> codes) {
        List<Integer> statuses = AtOnce.run(codes.size(), i -> app.api()
                .verifyContact(who.get(i).access(), codes.get(i))
                .extract()
                .statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 410)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    private String claim(Tokens who) {
        return app.api()
                .addContact(who.access(), "email", address)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String primary(Tokens who) {
        return app.api().contacts(who.access()).extract().path("data.find { it.is_primary }.id");
    }

    private String codeFor(Tokens who, String contactId) {
        return app.platform()
                .as(Method.POST, "/end-users/" + who.userId() + "/contacts/" + contactId + "/resend-verification", null)
                .statusCode(201)
                .extract()
                .path("code");
    }

    /** Whether the user has the address verified, as 1 or 0. */
    private int verified(Tokens who) {
        JsonPath contacts = app.api().contacts(who.access()).extract().jsonPath();
        return contacts.getList("data.findAll { it.value == '" + address + "' && it.verified_at }")
                .size();
    }
}
