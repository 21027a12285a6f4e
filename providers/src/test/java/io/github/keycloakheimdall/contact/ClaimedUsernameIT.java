/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An address that several accounts claim, in a realm where emails are usernames. */
class ClaimedUsernameIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm("registrationEmailAsUsername", true);

    private final String address = TestUser.named("victim").email();
    private final TestUser mallory = TestUser.named("mallory");

    @Test
    void givenEmailsAsUsernames_whenAClaimIsDropped_thenItsUsernameIsFreeToo() {
        Tokens stranger = app.api().signedUp(mallory.withEmail(address).withUsername(address));
        TestUser user = TestUser.named("owner");
        Tokens owner = app.api().signedUp(user.withUsername(user.email()));
        String id =
                app.api().addContact(owner.access(), "email", address).extract().path("id");
        String code = Backend.forCodes(app)
                .requestVerification(Map.of("email", address))
                .extract()
                .path("code");

        app.api().verifyContact(owner.access(), code).statusCode(200);

        app.api().promoteContact(owner.access(), id).statusCode(204);
        app.api().me(owner.access()).body("username", equalTo(address));
        app.api().me(stranger.access()).statusCode(200).body("username", equalTo(stranger.userId()));
    }

    @Test
    void givenEmailsAsUsernamesAndAStrangersClaim_whenAnInviteIsAccepted_thenTheNewAccountHasTheAddress() {
        app.api().signedUp(mallory.withEmail(address).withUsername(address));

        accept(invite(), address).statusCode(200);

        assertThat(app.realm().user(address)).containsEntry("emailVerified", true);
    }

    private String invite() {
        return app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", address))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static ValidatableResponse accept(String code, String username) {
        Map<String, String> body = Map.of("code", code, "username", username, "password", "AnotherHorseBattery");
        return app.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then();
    }
}
