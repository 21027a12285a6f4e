/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.AccountConsole;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.client.UserProfile;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnContactsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final String second = TestUser.named("second").email();
    private final Tokens tokens = app.api().signedUp(ada);

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAnEmailThatOnlyAdminsWrite_whenItsOwnerPromotesOrDeletes_thenForbidden() {
        try (App own = App.fresh().createOn(app.server())) {
            Tokens tokens = own.api().signedUp(TestUser.ada());
            String old = own.api().contacts(tokens.access()).extract().path("data[0].id");
            String next = verifiedSecond(own, tokens, TestUser.named("next").email());
            UserProfile.of(own).email(List.of("admin"), Map.of());

            own.api().promoteContact(tokens.access(), next).statusCode(403);
            own.api().deleteContact(tokens.access(), old).statusCode(403);

            UserProfile.of(own).email(List.of("admin", "user"), Map.of());
            own.api().promoteContact(tokens.access(), next).statusCode(204);
        }
    }

    @Test
    void givenAnEmailThatTheUserProfileRefuses_whenPromotingItOrAnAdminGivesIt_thenBadRequest() {
        try (App own = App.fresh().createOn(app.server())) {
            Tokens tokens = own.api().signedUp(TestUser.ada());
            String email = TestUser.named("outsider").email();
            String next = verifiedSecond(own, tokens, email);
            UserProfile.of(own)
                    .email(
                            List.of("admin", "user"),
                            Map.of("pattern", Map.of("pattern", ".*@corp[.]example", "error-message", "no")));

            own.api().promoteContact(tokens.access(), next).statusCode(400);
            own.platform()
                    .as(Method.PATCH, "/end-users/" + tokens.userId(), Map.of("email", email))
                    .statusCode(400);

            own.platform()
                    .as(
                            Method.PATCH,
                            "/end-users/" + tokens.userId(),
                            Map.of("email", TestUser.ada().username() + "@corp.example"))
                    .statusCode(200);
        }
    }

    private static String verifiedSecond(App own, Tokens tokens, String email) {
        own.api().addContact(tokens.access(), "email", email).statusCode(201);
        return Backend.forCodes(own).verify(Map.of("email", email));
    }

    @Test
    void givenASignup_whenListing_thenThePrimaryEmail() {
        app.api()
                .contacts(tokens.access())
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].type", equalTo("email"))
                .body("data[0].value", equalTo(ada.email()))
                .body("data[0].is_primary", equalTo(true))
                .body("data[0].verified_at", nullValue())
                .body("data[0].created_at", notNullValue());
    }

    @Test
    void givenAnAddedEmail_whenListing_thenItIsUnverifiedAndNotPrimary() {
        String id = add("email", second.toUpperCase());

        app.api()
                .contacts(tokens.access())
                .body("data", hasSize(2))
                .body("data[1].id", equalTo(id))
                .body("data[1].value", equalTo(second))
                .body("data[1].is_primary", equalTo(false))
                .body("data[1].verified_at", nullValue());
    }

    @Test
    void givenAnUnverifiedContact_whenPromoting_thenConflict() {
        app.api().promoteContact(tokens.access(), add("email", second)).statusCode(409);
    }

    @Test
    void givenAVerifiedSecondEmail_whenPromoting_thenItIsKeycloaksEmailAndTheIdsStay() {
        String before = app.api().contacts(tokens.access()).extract().path("data[0].id");
        String id = add("email", second);
        assertThat(backend.verify(Map.of("email", second))).isEqualTo(id);

        app.api().promoteContact(tokens.access(), id).statusCode(204);

        app.api()
                .contacts(tokens.access())
                .body("data", hasSize(2))
                .body("data[0].id", equalTo(id))
                .body("data[0].is_primary", equalTo(true))
                .body("data[1].id", equalTo(before))
                .body("data[1].is_primary", equalTo(false))
                .body("data[1].verified_at", nullValue());
        assertThat(app.realm().user(ada.username()))
                .containsEntry("email", second)
                .containsEntry("emailVerified", true);
        app.api().me(tokens.access()).body("email", equalTo(second)).body("emailVerifiedAt", notNullValue());
    }

    @Test
    void givenAVerifiedSecondEmail_whenSigningInAndResettingWithIt_thenBothWork() {
        add("email", second);
        backend.verify(Map.of("email", second));

        app.api().signin(second, ada.password()).statusCode(200);
        String code =
                backend.requestPasswordReset(Map.of("email", second)).extract().path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);
        app.api().signin(second, "AnotherHorseBattery").statusCode(200);
    }

    @Test
    void givenAnUnverifiedSecondEmail_whenSigningInWithIt_thenRefused() {
        add("email", second);

        app.api().signin(second, ada.password()).statusCode(401);
    }

    @Test
    void givenTheConsoleChangesTheEmail_whenListing_thenItShows() {
        app.realm().updateUser(tokens.userId(), Map.of("email", second, "emailVerified", true));

        app.api()
                .contacts(tokens.access())
                .body("data", hasSize(1))
                .body("data[0].value", equalTo(second))
                .body("data[0].verified_at", notNullValue());
    }

    @Test
    void givenTheConsoleTakesTheMarkAwayAndSetsItAgain_whenListing_thenItShowsBoth() {
        backend.verify(Map.of("email", ada.email()));

        app.realm().updateUser(tokens.userId(), Map.of("emailVerified", false));
        app.api().contacts(tokens.access()).body("data[0].verified_at", nullValue());

        app.realm().updateUser(tokens.userId(), Map.of("emailVerified", true));
        app.api().contacts(tokens.access()).body("data[0].verified_at", notNullValue());
    }

    @Test
    void givenTheAccountConsoleChangesTheEmail_whenListing_thenItShowsAndIsNotVerified() {
        backend.verify(Map.of("email", ada.email()));

        AccountConsole.of(app, ada).changeEmail(second);

        app.api()
                .contacts(tokens.access())
                .body("data", hasSize(1))
                .body("data[0].value", equalTo(second))
                .body("data[0].verified_at", nullValue());
        app.api().signin(ada.email(), ada.password()).statusCode(401);
    }

    @Test
    void givenAPromotion_whenReadingTheUserInTheAccountConsole_thenItsEmailIsThat() {
        String id = add("email", second);
        backend.verify(Map.of("email", second));
        app.api().promoteContact(tokens.access(), id).statusCode(204);

        assertThat(AccountConsole.of(app, ada).read())
                .containsEntry("email", second)
                .containsEntry("emailVerified", true);
    }

    @Test
    void givenAVerifiedContact_whenTheConsoleGivesItToAnotherAccountAsVerified_thenPromotingIsAConflict() {
        String id = add("email", second);
        backend.verify(Map.of("email", second));
        Tokens other = app.api().signedUp(TestUser.named("other"));
        app.realm().updateUser(other.userId(), Map.of("email", second, "emailVerified", true));

        app.api().promoteContact(tokens.access(), id).statusCode(409);

        app.api().contacts(tokens.access()).body("data[0].value", equalTo(ada.email()));
    }

    @Test
    void givenTheOnlyVerifiedEmailIsAFurtherOne_whenDeletingEither_thenOnlyTheUnverifiedGoes() {
        String primary = app.api().contacts(tokens.access()).extract().path("data[0].id");
        String id = add("email", second);
        backend.verify(Map.of("email", second));

        app.api().deleteContact(tokens.access(), id).statusCode(409);
        app.api().deleteContact(tokens.access(), primary).statusCode(204);
        app.api().deleteContact(tokens.access(), id).statusCode(409);

        app.api().contacts(tokens.access()).body("data.value", equalTo(java.util.List.of(second)));
    }

    @Test
    void givenOneVerifiedEmail_whenDeletingIt_thenConflict() {
        String id = backend.verify(Map.of("email", ada.email()));

        app.api().deleteContact(tokens.access(), id).statusCode(409);
    }

    @Test
    void givenThePrimaryIsDeleted_whenAnotherIsVerified_thenThatOneBecomesPrimary() {
        String primary = backend.verify(Map.of("email", ada.email()));
        add("email", second);
        backend.verify(Map.of("email", second));

        app.api().deleteContact(tokens.access(), primary).statusCode(204);

        app.api().contacts(tokens.access()).body("data", hasSize(1)).body("data[0].value", equalTo(second));
    }

    @Test
    void givenSomeoneElseVerifiedAnAddress_whenClaimingIt_thenItCannotBeVerified() {
        backend.verify(Map.of("email", ada.email()));
        Tokens other = app.api().signedUp(TestUser.named("other"));

        app.api().addContact(other.access(), "email", ada.email()).statusCode(201);

        backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .body("code", nullValue());
    }

    @Test
    void givenAPhoneThatTwoClaim_whenBothVerifyIt_thenTheFirstHasItAndTheOthersClaimIsGone() {
        String phone = "+1555300" + unique();
        String first = add("phone", phone);
        Tokens other = app.api().signedUp(TestUser.named("other"));
        String second = app.api()
                .addContact(other.access(), "phone", phone)
                .statusCode(201)
                .extract()
                .path("id");
        String firstCode = codeFor(tokens.userId(), first);
        String secondCode = codeFor(other.userId(), second);

        app.api().verifyContact(firstCode).statusCode(409);
        app.api().verifyContact(tokens.access(), firstCode).statusCode(200);

        app.api().verifyContact(other.access(), secondCode).statusCode(410);
        app.api().contacts(tokens.access()).body("data[1].verified_at", notNullValue());
        app.api().contacts(other.access()).body("data", hasSize(1));
    }

    @Test
    void givenTwoPhones_whenPromotingOneAfterTheOther_thenOneIsPrimary() {
        String first = add("phone", "+1 (555) 100-" + unique());
        String other = add("phone", "+1 (555) 200-" + unique());
        for (String id : new String[] {first, other}) {
            String value =
                    app.api().contacts(tokens.access()).extract().path("data.find { it.id == '" + id + "' }.value");
            backend.verify(Map.of("phone", value));
            app.api().promoteContact(tokens.access(), id).statusCode(204);
        }

        app.api()
                .contacts(tokens.access())
                .body("data.findAll { it.type == 'phone' && it.is_primary }.id", equalTo(java.util.List.of(other)));
    }

    @Test
    void givenSomeoneElsesContact_whenDeletingOrPromoting_thenNotFound() {
        String id = add("email", second);
        Tokens other = app.api().signedUp(TestUser.named("other"));

        app.api().deleteContact(other.access(), id).statusCode(404);
        app.api().promoteContact(other.access(), id).statusCode(404);
        app.api().deleteContact(tokens.access(), id).statusCode(204);
    }

    @Test
    void givenBadInput_whenAdding_thenBadRequestOrConflict() {
        add("email", second);

        app.api().addContact(tokens.access(), "email", second).statusCode(409);
        app.api().addContact(tokens.access(), "email", "no email").statusCode(400);
        app.api().addContact(tokens.access(), "fax", "12345").statusCode(400);
        app.api().addContact(tokens.access(), "phone", "x".repeat(300)).statusCode(400);
    }

    private String add(String type, String value) {
        return app.api()
                .addContact(tokens.access(), type, value)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String codeFor(String userId, String contactId) {
        return app.platform()
                .as(Method.POST, "/end-users/" + userId + "/contacts/" + contactId + "/resend-verification", null)
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static String unique() {
        return String.format(
                "%06d", java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000));
    }
}
