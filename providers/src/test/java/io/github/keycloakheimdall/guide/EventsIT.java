/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console's Events show of this API. */
class EventsIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(
                    "enabledEventTypes",
                    List.of(
                            "REGISTER",
                            "LOGIN",
                            "LOGIN_ERROR",
                            "REFRESH_TOKEN",
                            "REFRESH_TOKEN_ERROR",
                            "LOGOUT",
                            "UPDATE_PASSWORD",
                            "UPDATE_CREDENTIAL",
                            "UPDATE_PROFILE",
                            "DELETE_ACCOUNT"));

    private final TestUser ada = TestUser.ada();
    private final Tokens tokens = app.api().signedUp(ada);

    @Test
    void givenASignup_whenLookingAtEvents_thenRegisterAndLogin() {
        assertThat(eventOf("REGISTER")).containsEntry("clientId", "heimdall");
        assertThat(eventOf("LOGIN")).containsEntry("sessionId", tokens.sessionId());
    }

    @Test
    void givenARefusedSignin_whenLookingAtEvents_thenTheReasonIsThere() {
        app.api().signin(ada.username(), "wrong").statusCode(401);

        assertThat(eventOf("LOGIN_ERROR")).containsEntry("error", "invalid_user_credentials");
    }

    @Test
    void givenASigninOfNobody_whenLookingAtEvents_thenTheReasonIsThere() {
        String nobody = TestUser.named("nobody").username();
        app.api().signin(nobody, "wrong").statusCode(401);

        assertThat(app.realm().events("LOGIN_ERROR")).anySatisfy(event -> {
            assertThat(event).containsEntry("error", "user_not_found");
            assertThat(event.get("details").toString()).contains(nobody);
        });
    }

    @Test
    void givenARefreshAndItsReplay_whenLookingAtEvents_thenBoth() {
        app.api().refresh(tokens.refresh()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(401);

        assertThat(eventOf("REFRESH_TOKEN")).containsEntry("sessionId", tokens.sessionId());
        assertThat(eventOf("REFRESH_TOKEN_ERROR").get("details").toString()).contains("refresh_token_reused");
    }

    @Test
    void givenALogout_whenLookingAtEvents_thenLogout() {
        app.api().logout(tokens.refresh()).statusCode(204);

        assertThat(eventOf("LOGOUT")).containsEntry("sessionId", tokens.sessionId());
    }

    @Test
    void givenAPasswordChange_whenLookingAtEvents_thenBothOfKeycloaks() {
        app.api()
                .changePassword(tokens.access(), ada.password(), "AnotherHorseBattery")
                .statusCode(204);

        assertThat(eventOf("UPDATE_PASSWORD")).isNotEmpty();
        assertThat(eventOf("UPDATE_CREDENTIAL")).isNotEmpty();
    }

    @Test
    void givenAProfileChangeAndTheEnd_whenLookingAtEvents_thenBoth() {
        app.api().patchMe(tokens.access(), Map.of("display_name", "A")).statusCode(200);
        app.api().deleteMe(tokens.access()).statusCode(204);

        assertThat(eventOf("UPDATE_PROFILE")).isNotEmpty();
        assertThat(eventOf("DELETE_ACCOUNT")).isNotEmpty();
    }

    private Map<String, Object> eventOf(String type) {
        return app.realm().events(type).stream()
                .filter(event -> tokens.userId().equals(event.get("userId")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event " + type));
    }
}
