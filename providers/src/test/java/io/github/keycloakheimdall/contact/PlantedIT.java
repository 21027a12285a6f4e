/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back in that someone left in an account whose email was not theirs. */
class PlantedIT {

    private static final String CHOSEN = "AnotherHorseBattery";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private static Backend backend;
    private static MfaApi mfa;

    private final TestUser victim = TestUser.named("victim");
    private final String evil = TestUser.named("evil").email();
    private final Tokens squatter = app.api().signedUp(victim);

    @BeforeAll
    static void create() {
        backend = Backend.forCodes(app);
        mfa = new MfaApi(app.api());
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "github",
                                "providerId",
                                "github",
                                "config",
                                Map.of("clientId", "x", "clientSecret", "y")));
    }

    @Test
    void givenAPlantedContact_whenTheOwnerVerifiesAndResets_thenItCannotResetBack() {
        plantContact();

        backend.verify(Map.of("email", victim.email()));
        reset(victim.email());

        Tokens owner = Tokens.of(app.api().signin(victim.email(), CHOSEN));
        app.api().contacts(owner.access()).body("data.value", contains(victim.email()));
        backend.requestPasswordReset(Map.of("email", evil)).statusCode(201).body("", anEmptyMap());
        app.api().signin(evil, CHOSEN).statusCode(401);
    }

    @Test
    void givenAContactPlantedAfterTheOwnersProof_whenTheOwnerResets_thenItGoesToo() {
        backend.verify(Map.of("email", victim.email()));
        plantContact();

        reset(victim.email());

        backend.requestPasswordReset(Map.of("email", evil)).statusCode(201).body("", anEmptyMap());
    }

    @Test
    void givenAPlantedFactor_whenTheOwnerVerifiesAndResets_thenThePasswordAloneSignsIn() {
        mfa.enrolled(squatter.access(), "Planted");

        backend.verify(Map.of("email", victim.email()));
        reset(victim.email());

        Tokens owner = Tokens.of(app.api().signin(victim.email(), CHOSEN));
        mfa.factors(owner.access()).body("data", hasSize(0));
        assertThat(app.realm().list("/users/" + owner.userId() + "/credentials"))
                .extracting(credential -> credential.get("type"))
                .containsExactly("password");
    }

    @Test
    void givenAPlantedLink_whenTheOwnerVerifiesAndResets_thenItIsGone() {
        link();

        backend.verify(Map.of("email", victim.email()));
        reset(victim.email());

        assertThat(links()).isZero();
        assertThat(app.realm().events("REMOVE_FEDERATED_IDENTITY"))
                .anyMatch(event -> squatter.userId().equals(event.get("userId")));
    }

    @Test
    void givenTheSquatterResetsThroughThePlantedContact_whenTheOwnerResetsLater_thenTheOwnerHasTheAccount() {
        app.api().addContact(squatter.access(), "email", evil).statusCode(201);
        app.api().verifyContact(squatter.access(), code(evil)).statusCode(200);
        backend.verify(Map.of("email", victim.email()));
        reset(evil);

        reset(victim.email());

        Tokens owner = Tokens.of(app.api().signin(victim.email(), CHOSEN));
        app.api().contacts(owner.access()).body("data.value", contains(victim.email()));
    }

    @Test
    void givenWhoVerifiesSignedIn_whenResetting_thenNothingGoes() {
        plantContact();
        mfa.enrolled(squatter.access(), "Own");
        link();
        app.api().verifyContact(squatter.access(), code(victim.email())).statusCode(200);

        reset(victim.email());

        app.api().signin(victim.email(), CHOSEN).statusCode(200).body("mfa_token", notNullValue());
        app.api().signin(evil, CHOSEN).statusCode(200);
        assertThat(links()).isEqualTo(1);
    }

    @Test
    void givenWhoVerifiesWithoutABearer_whenGoingOn_thenSessionFactorsAndContactsStay() {
        plantContact();
        mfa.enrolled(squatter.access(), "Own");

        backend.verify(Map.of("email", victim.email()));

        app.api().me(squatter.access()).statusCode(200);
        app.api().refresh(squatter.refresh()).statusCode(200);
        app.api().contacts(squatter.access()).body("data.value", containsInAnyOrder(victim.email(), evil));
        mfa.factors(squatter.access()).body("data", hasSize(1));
    }

    @Test
    void givenAFactorEnrolledAfterTheProof_whenResetting_thenItIsAskedFor() {
        backend.verify(Map.of("email", victim.email()));
        afterThisSecond();
        mfa.enrolled(squatter.access(), "Own");

        reset(victim.email());

        app.api().signin(victim.email(), CHOSEN).statusCode(200).body("mfa_token", notNullValue());
    }

    @Test
    void givenAnAccountWhoseHolderReset_whenResettingAgain_thenWhatCameSinceStays() {
        backend.verify(Map.of("email", victim.email()));
        reset(victim.email());
        Tokens owner = Tokens.of(app.api().signin(victim.email(), CHOSEN));
        app.api().addContact(owner.access(), "email", evil).statusCode(201);
        backend.verify(Map.of("email", evil));

        reset(victim.email());

        app.api().signin(evil, CHOSEN).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAnAddressThatIsAFurtherContactOfAStrangers_whenItsOwnerResets_thenTheStrangersEmailIsGone(
            boolean signedIn) {
        Stranger stranger = new Stranger(signedIn);
        app.api().addContact(stranger.tokens.access(), "email", evil).statusCode(201);
        backend.verify(Map.of("email", evil));

        reset(evil);

        Tokens owner = Tokens.of(app.api().signin(evil, CHOSEN));
        app.api().contacts(owner.access()).body("data.value", contains(evil)).body("data[0].is_primary", equalTo(true));
        backend.requestPasswordReset(Map.of("email", stranger.user.email()))
                .statusCode(201)
                .body("", anEmptyMap());
        backend.requestVerification(Map.of("email", stranger.user.email()))
                .statusCode(201)
                .body("", anEmptyMap());
        app.api().signin(stranger.user.email(), CHOSEN).statusCode(401);
    }

    @Test
    void givenAPhoneThatIsAContactOfAStrangers_whenItsOwnerResets_thenTheStrangersEmailIsGone() {
        Stranger stranger = new Stranger(true);
        String phone = "+1555" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        app.api().addContact(stranger.tokens.access(), "phone", phone).statusCode(201);
        backend.verify(Map.of("phone", phone));

        reset("phone", phone);

        Tokens owner = Tokens.of(app.api().signin(stranger.user.username(), CHOSEN));
        app.api().contacts(owner.access()).body("data.value", contains(phone));
        backend.requestPasswordReset(Map.of("email", stranger.user.email()))
                .statusCode(201)
                .body("", anEmptyMap());
    }

    @Test
    void givenASecondFactor_whenResettingThroughAFurtherContact_thenItIsStillAskedFor() {
        app.api().verifyContact(squatter.access(), code(victim.email())).statusCode(200);
        app.api().addContact(squatter.access(), "email", evil).statusCode(201);
        mfa.enrolled(squatter.access(), "Own");
        backend.verify(Map.of("email", evil));

        reset(evil);

        app.api().signin(victim.username(), CHOSEN).statusCode(200).body("mfa_token", notNullValue());
    }

    @Test
    void givenAWeakPassword_whenResetting_thenNothingGoesYet() {
        plantContact();
        backend.verify(Map.of("email", victim.email()));
        String code = backend.requestPasswordReset(Map.of("email", victim.email()))
                .extract()
                .path("code");

        app.api().resetPassword(code, "short").statusCode(400);

        app.api().contacts(squatter.access()).body("data", hasSize(2));
    }

    private void plantContact() {
        app.api().addContact(squatter.access(), "email", evil).statusCode(201);
        backend.verify(Map.of("email", evil));
    }

    private void link() {
        app.realm()
                .call(
                        Method.POST,
                        "/users/" + squatter.userId() + "/federated-identity/github",
                        Map.of("userId", squatter.userId(), "userName", "evil"));
    }

    private int links() {
        return app.realm()
                .list("/users/" + squatter.userId() + "/federated-identity")
                .size();
    }

    private static String code(String email) {
        return backend.requestVerification(Map.of("email", email)).extract().path("code");
    }

    private static void reset(String email) {
        reset("email", email);
    }

    private static void reset(String type, String value) {
        String code = backend.requestPasswordReset(Map.of(type, value))
                .statusCode(201)
                .body("code", notNullValue())
                .extract()
                .path("code");
        app.api().resetPassword(code, CHOSEN).statusCode(204);
    }

    /** One who verified the email of their own account, with its bearer or without. */
    private static final class Stranger {

        private final TestUser user = TestUser.named("stranger");
        private final Tokens tokens = app.api().signedUp(user);

        Stranger(boolean signedIn) {
            String code = code(user.email());
            (signedIn
                            ? app.api().verifyContact(tokens.access(), code)
                            : app.api().verifyContact(code))
                    .statusCode(200);
        }
    }

    /** A proof is remembered by the second. */
    private static void afterThisSecond() {
        long now = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > now);
    }
}
