/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.FineGrained;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One address that several accounts claim. */
class WhoseAddressIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static Backend backend;

    private final String address = TestUser.named("victim").email();
    private final TestUser mallory = TestUser.named("mallory");

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAStrangersOlderClaim_whenTheOwnerEntersTheCodeSignedIn_thenItIsTheOwnersAndTheStrangersIsGone() {
        Tokens stranger = app.api().signedUp(mallory);
        claim(stranger);
        Tokens owner = app.api().signedUp(TestUser.named("owner"));
        String id = claim(owner);

        app.api()
                .verifyContact(owner.access(), code())
                .statusCode(200)
                .body("account_id", equalTo(owner.userId()))
                .body("contact_id", equalTo(id));

        app.api().contacts(stranger.access()).body("data.value", contains(mallory.email()));
        app.api()
                .as(stranger.access(), Method.GET, "/me/activity", null)
                .body("data.details.contact", hasItem("dropped"));
        assertThat(backend.requestVerification(Map.of("email", address))
                        .extract()
                        .<Map<String, ?>>path(""))
                .isEmpty();
    }

    @Test
    void givenTwoClaims_whenTheCodeIsEnteredWithoutABearer_thenAConflictAndItIsStillGood() {
        Tokens stranger = app.api().signedUp(mallory);
        claim(stranger);
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));
        String code = code();

        app.api().verifyContact(code).statusCode(409).body("code", equalTo("BEARER_REQUIRED"));

        unverified(stranger);
        app.api().verifyContact(owner.access(), code).statusCode(200);
    }

    @Test
    void givenARealmThatWantsVerifiedEmailsAndARivalClaim_whenTheNewcomerSendsThePasswordToo_thenTheyGetIn() {
        try (App strict = App.fresh().createOn(app.server())) {
            TestUser owner = TestUser.named("owner").withEmail(address);
            TestUser bystander = TestUser.named("bystander");
            strict.api().signedUp(bystander);
            strict.api()
                    .addContact(strict.api().signedUp(mallory).access(), "email", address)
                    .statusCode(201);
            strict.realm().update(Map.of("verifyEmail", true));
            strict.api().signup(owner).statusCode(403).body("code", equalTo("ACTION_REQUIRED"));
            String code = Backend.forCodes(strict)
                    .requestVerification(Map.of("email", address))
                    .extract()
                    .path("code");
            strict.api().verifyContact(code).statusCode(409).body("code", equalTo("BEARER_REQUIRED"));

            verifyAs(strict, code, owner.withPassword("not the password")).statusCode(401);
            verifyAs(strict, code, bystander).statusCode(410);
            verifyAs(strict, code, owner).statusCode(200).body("value", equalTo(address));

            strict.api().signin(owner).statusCode(200).body("access_token", notNullValue());
        }
    }

    @Test
    void givenHalfAnAccount_whenEnteringACode_thenBadRequest() {
        for (String half : new String[] {"identifier", "password"}) {
            app.api()
                    .request(Method.POST, "/auth/verify", Map.of("code", "x", half, "x"), Map.of())
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void givenACodeThatWasMadeForAStranger_whenTheOwnerEntersItSignedIn_thenTheOwnersClaimIsVerified() {
        Tokens stranger = app.api().signedUp(mallory);
        String code = codeFor(stranger, claim(stranger));
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));

        app.api().verifyContact(owner.access(), code).statusCode(200).body("account_id", equalTo(owner.userId()));

        app.api().me(owner.access()).body("emailVerifiedAt", notNullValue());
    }

    @Test
    void givenABearerWithoutAClaim_whenEnteringACode_thenGoneAndTheCodeIsStillGood() {
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));
        Tokens other = app.api().signedUp(mallory);
        String code = code();

        app.api().verifyContact(other.access(), code).statusCode(410);

        app.api().verifyContact(owner.access(), code).statusCode(200);
    }

    @Test
    void givenABearerThatDoesNotHold_whenEnteringACode_thenItCountsAsWithout() {
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));

        app.api().verifyContact("no.such.token", code()).statusCode(200).body("account_id", equalTo(owner.userId()));
    }

    @Test
    void givenADisabledClaim_whenTheOwnerAsksForACode_thenThereIsOne() {
        Tokens stranger = app.api().signedUp(mallory);
        claim(stranger);
        app.realm().enableUser(stranger.userId(), false);
        Tokens owner = app.api().signedUp(TestUser.named("owner"));
        claim(owner);

        app.api().verifyContact(code()).statusCode(200).body("account_id", equalTo(owner.userId()));
    }

    @Test
    void givenAStrangerSignedUpWithTheAddress_whenItsOwnerVerifiesIt_thenTheStrangerKeepsTheAccountWithoutIt() {
        Tokens stranger = app.api().signedUp(mallory.withEmail(address));
        Tokens owner = app.api().signedUp(TestUser.named("owner"));
        String id = claim(owner);

        app.api().verifyContact(owner.access(), code()).statusCode(200);

        app.api().me(stranger.access()).statusCode(200).body("email", nullValue());
        app.api().contacts(stranger.access()).body("data", hasSize(0));
        app.api().signin(mallory.username(), mallory.password()).statusCode(200);
        app.api().promoteContact(owner.access(), id).statusCode(204);
        assertThat(app.realm().list("/users?exact=true&email=" + address))
                .extracting(user -> user.get("id"))
                .containsExactly(owner.userId());
    }

    @Test
    void givenAVerifiedFurtherContact_whenAStrangerSignsUpOrIsGivenIt_thenConflict() {
        Tokens owner = app.api().signedUp(TestUser.named("owner"));
        claim(owner);
        backend.verify(Map.of("email", address));

        app.api().signup(mallory.withEmail(address)).statusCode(409);
        app.api().signup(mallory.withEmail(address.toUpperCase())).statusCode(409);
        app.realm().giveRole(owner.userId(), "owner");
        app.api()
                .as(owner.access(), Method.POST, "/admin/users", Map.of("email", address))
                .statusCode(409);
        Tokens stranger = app.api().signedUp(mallory);
        app.platform()
                .as(Method.PATCH, "/end-users/" + stranger.userId(), Map.of("email", address))
                .statusCode(409);
    }

    @Test
    void givenTheConsoleGaveAnotherAccountTheAddress_whenItsOwnerPromotesIt_thenItIsTheOwners() {
        Tokens owner = app.api().signedUp(TestUser.named("owner"));
        String id = claim(owner);
        backend.verify(Map.of("email", address));
        Tokens other = app.api().signedUp(mallory);
        app.realm().updateUser(other.userId(), Map.of("email", address));

        app.api().promoteContact(owner.access(), id).statusCode(204);

        app.api().me(owner.access()).body("email", equalTo(address)).body("emailVerifiedAt", notNullValue());
        app.api().me(other.access()).body("email", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vıctim-%s@example.com", "victım-%s@example.com", "v\u0456ctim-%s@example.com"})
    void givenALookAlikeOfAVerifiedAddress_whenSomeoneElseClaimsIt_thenItIsAnotherAddress(String pattern) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        TestUser owner = TestUser.named("owner").withEmail("victim-" + unique + "@example.com");
        app.api().signedUp(owner);
        backend.verify(Map.of("email", owner.email()));
        String alike = String.format(pattern, unique);

        app.api().signin(alike, owner.password()).statusCode(401);
        backend.requestPasswordReset(Map.of("email", alike)).body("code", nullValue());
    }

    @Test
    void givenAnAdminsClaim_whenABackendAsksForACodeOrAnotherVerifies_thenItStays() {
        Tokens boss = app.api().signedUp(TestUser.named("boss").withEmail(address));
        Tokens puppet = app.api().signedUp(mallory);
        String id = claim(puppet);
        app.realm().giveAdminRoles(boss.userId(), "realm-admin");

        backend.requestVerification(Map.of("email", address)).statusCode(201).body("", anEmptyMap());
        String code = codeFor(puppet, id);
        app.api().verifyContact(puppet.access(), code).statusCode(410);

        app.api().me(boss.access()).body("email", equalTo(address));
        app.api().verifyContact(boss.access(), code).statusCode(200);
    }

    @Test
    void givenAnAdminsFurtherContact_whenAnotherVerifies_thenItStays() {
        Tokens boss = app.api().signedUp(TestUser.named("boss"));
        claim(boss);
        Tokens puppet = app.api().signedUp(mallory);
        String code = codeFor(puppet, claim(puppet));
        app.realm().giveAdminRoles(boss.userId(), "realm-admin");

        app.api().verifyContact(puppet.access(), code).statusCode(410);

        app.api().contacts(boss.access()).body("data.value", hasItem(address));
    }

    @Test
    void givenAnAdminsClaim_whenAnInviteForItIsAccepted_thenConflictAndItStays() {
        Tokens boss = app.api().signedUp(TestUser.named("boss").withEmail(address));
        String invite = invite(app);
        app.realm().giveAdminRoles(boss.userId(), "realm-admin");

        accept(app, invite, mallory.username()).statusCode(409);

        app.api().me(boss.access()).body("email", equalTo(address));
    }

    @Test
    void givenAClaimOutOfAnAdminsReach_whenTheAdminAsksForACodeOrInvites_thenForbidden() {
        try (App desk = App.fresh().createOn(app.server())) {
            Tokens spared = desk.api().signedUp(TestUser.named("spared").withEmail(address));
            Tokens puppet = desk.api().signedUp(mallory);
            RealmBoss helpdesk = RealmBoss.of(desk, "query-users");
            FineGrained permissions = FineGrained.of(desk);
            permissions.allow(helpdesk.userId(), "view", "manage");
            permissions.deny(helpdesk.userId(), List.of(spared.userId()), "view", "manage");
            String contacts = "/end-users/" + puppet.userId() + "/contacts";
            String id = helpdesk.answer(Method.POST, contacts, Map.of("type", "email", "value", address))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            assertThat(helpdesk.here(Method.POST, contacts + "/" + id + "/resend-verification", null))
                    .isEqualTo(403);
            assertThat(helpdesk.here(Method.POST, "/end-users/invites", Map.of("email", address)))
                    .isEqualTo(403);
            assertThat(helpdesk.here(Method.POST, "/end-users/" + puppet.userId() + "/resend-verification", null))
                    .isEqualTo(201);
        }
    }

    @Test
    void givenACodeThatWasMadeForAStranger_whenTheStrangerLetsGoOfTheClaim_thenItIsStillGood() {
        Tokens stranger = app.api().signedUp(mallory);
        String id = claim(stranger);
        String code = codeFor(stranger, id);
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));
        app.api().deleteContact(stranger.access(), id).statusCode(204);

        app.api().verifyContact(owner.access(), code).statusCode(200);
    }

    private static ValidatableResponse verifyAs(App app, String code, TestUser who) {
        Map<String, String> body = Map.of("code", code, "identifier", who.username(), "password", who.password());
        return app.api().request(Method.POST, "/auth/verify", body, Map.of()).then();
    }

    private String invite(App to) {
        return to.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", address))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static ValidatableResponse accept(App in, String code, String username) {
        Map<String, String> body = Map.of("code", code, "username", username, "password", "AnotherHorseBattery");
        return in.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then();
    }

    private String claim(Tokens who) {
        return app.api()
                .addContact(who.access(), "email", address)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String code() {
        return backend.requestVerification(Map.of("email", address))
                .statusCode(201)
                .body("code", notNullValue())
                .extract()
                .path("code");
    }

    private static String codeFor(Tokens who, String contactId) {
        return app.platform()
                .as(Method.POST, "/end-users/" + who.userId() + "/contacts/" + contactId + "/resend-verification", null)
                .statusCode(201)
                .extract()
                .path("code");
    }

    private void unverified(Tokens who) {
        app.api().contacts(who.access()).body("data.find { it.value == '" + address + "' }.verified_at", nullValue());
    }
}
