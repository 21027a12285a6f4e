/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.client.UserProfile;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose user profile says who may write what, and what is required. */
@OnOneDatabase
class ProfileIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();

    @Test
    void givenLimitsOfTheDisplayName_whenAnAdminChangesIt_thenTheyHold() {
        Tokens tokens = app.api().signedUp(ada);
        List<String> both = List.of("admin", "user");
        UserProfile.of(app).displayName(both, both, Map.of("length", Map.of("max", 15)));

        rename(tokens, "A name that is too long")
                .statusCode(400)
                .body("errors[0].field", equalTo("display_name"))
                .body("errors[0].code", equalTo("TOO_LONG"))
                .body("errors[0].reason", equalTo("is not valid"));
        rename(tokens, "Ada King").statusCode(200).body("display_name", equalTo("Ada King"));
        rename(tokens, "").statusCode(200);
    }

    @Test
    void givenADisplayNameThatAdminsMayNotWrite_whenOneDoes_thenRefused() {
        Tokens tokens = app.api().signedUp(ada);
        UserProfile.of(app).displayName(List.of("admin", "user"), List.of("user"), Map.of());

        rename(tokens, "Ada King")
                .statusCode(400)
                .body("errors[0].field", equalTo("display_name"))
                .body("errors[0].code", equalTo("READ_ONLY"));
        app.api().me(tokens.access()).body("displayName", equalTo("Ada Lovelace"));
    }

    @Test
    void givenAnAttributeThatIsRequired_whenAcceptingAnInvite_thenNamedAndTheInviteGoesOn() {
        String code = app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        UserProfile.of(app).require("department", "user");

        accept(code)
                .statusCode(400)
                .body("errors[0].field", equalTo("department"))
                .body("errors[0].code", equalTo("REQUIRED"))
                .body("errors[0].reason", containsString("required by the realm's user profile"));

        assertThat(app.realm().events("REGISTER_ERROR")).anySatisfy(event -> assertThat(event)
                .containsEntry("error", "invalid_registration")
                .extracting("details")
                .asString()
                .contains("department"));
        UserProfile.of(app).drop("department");
        accept(code).statusCode(200);
    }

    @Test
    void givenAPatternOfUsernamesThatNoEmailMeets_whenAcceptingAnInviteWithoutOne_thenAskedForOne() {
        try (App own = App.fresh().createOn(app.server())) {
            String code = own.platform()
                    .as(Method.POST, "/end-users/invites", Map.of("email", ada.email()))
                    .statusCode(201)
                    .extract()
                    .path("code");
            UserProfile.of(own).username(Map.of("pattern", Map.of("pattern", "^staff-[0-9]+$", "error-message", "no")));
            Map<String, String> body = Map.of("code", code, "password", ada.password());

            own.api()
                    .request(Method.POST, "/auth/accept-invite", body, Map.of())
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("username"))
                    .body("errors[0].reason", containsString("must be given"));

            Map<String, String> named = new HashMap<>(body);
            named.put("username", "staff-1");
            own.api()
                    .request(Method.POST, "/auth/accept-invite", named, Map.of())
                    .then()
                    .statusCode(200);
        }
    }

    private ValidatableResponse accept(String code) {
        Map<String, String> body = Map.of("code", code, "password", ada.password());
        return app.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then();
    }

    private static ValidatableResponse rename(Tokens tokens, String name) {
        return app.platform().as(Method.PATCH, "/end-users/" + tokens.userId(), Map.of("display_name", name));
    }
}
