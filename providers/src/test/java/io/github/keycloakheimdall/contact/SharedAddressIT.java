/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One address that several accounts have at once, in a realm that allows it. */
class SharedAddressIT {

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("duplicateEmailsAllowed", true).withRealm("loginWithEmailAllowed", false);

    private static Backend backend;

    private final String address = TestUser.named("victim").email();
    private final TestUser mallory = TestUser.named("mallory");

    @BeforeAll
    static void makeKey() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenDuplicateEmails_whenAStrangerSignsUpWithAVerifiedOne_thenTheOwnerAloneIsMeant() {
        TestUser owner = TestUser.named("owner").withEmail(address);
        Tokens tokens = app.api().signedUp(owner);
        backend.verify(Map.of("email", address));

        app.api().signup(mallory.withEmail(address)).statusCode(200);

        app.api().signin(address, owner.password()).statusCode(200);
        String code = backend.requestPasswordReset(Map.of("email", address))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);
        app.api().signin(owner.username(), "AnotherHorseBattery").statusCode(200);
        backend.requestVerification(Map.of("email", address)).statusCode(201).body("code", nullValue());
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Duplicates"))
                .extract()
                .path("id");
        app.platform()
                .as(Method.POST, "/tenants/" + tenant + "/members", Map.of("email", address, "role_name", "owner"))
                .statusCode(201)
                .body("account_id", equalTo(tokens.userId()));
    }

    @Test
    void givenDuplicateEmailsThatNobodyVerified_whenOneVerifiesSignedIn_thenTheOthersLoseIt() {
        Tokens stranger = app.api().signedUp(mallory.withEmail(address));
        Tokens owner = app.api().signedUp(TestUser.named("owner").withEmail(address));
        String code = backend.requestVerification(Map.of("email", address))
                .statusCode(201)
                .extract()
                .path("code");

        app.api().verifyContact(code).statusCode(409);
        app.api().verifyContact(owner.access(), code).statusCode(200);

        app.api().me(owner.access()).body("emailVerifiedAt", notNullValue());
        app.api().me(stranger.access()).body("email", nullValue());
    }
}
