/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guide, step 5, and what a user may change about themselves. */
class MeIT {

    private static final String UTC_SECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final Tokens tokens = app.api().signedUp(ada);

    @Test
    void givenABearer_whenReadingTheProfile_thenItIsTheGuides() {
        Map<String, Object> profile = app.api()
                .me(tokens.access())
                .statusCode(200)
                .body("id", equalTo(tokens.userId()))
                .body("username", equalTo(ada.username()))
                .body("displayName", equalTo("Ada Lovelace"))
                .body("role", equalTo("member"))
                .body("joinedAt", matchesPattern(UTC_SECONDS))
                .body("createdAt", matchesPattern(UTC_SECONDS))
                .body("email", equalTo(ada.email()))
                .body("emailVerifiedAt", is((Object) null))
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(profile.keySet())
                .isEqualTo(Set.of(
                        "id",
                        "username",
                        "displayName",
                        "role",
                        "joinedAt",
                        "createdAt",
                        "email",
                        "emailVerifiedAt",
                        "avatarUrl"));
    }

    @Test
    void givenAnEmailVerifiedInTheConsole_whenReadingTheProfile_thenTheTimeStays() {
        app.realm().updateUser(tokens.userId(), Map.of("emailVerified", true));

        String first = app.api()
                .me(tokens.access())
                .body("emailVerifiedAt", matchesPattern(UTC_SECONDS))
                .extract()
                .path("emailVerifiedAt");

        app.api().me(tokens.access()).body("emailVerifiedAt", equalTo(first));
        app.realm().updateUser(tokens.userId(), Map.of("emailVerified", false));
        app.api().me(tokens.access()).body("emailVerifiedAt", is((Object) null));
    }

    @Test
    void givenANewDisplayName_whenPatching_thenItIsShownAndKeptByTheConsole() {
        app.api()
                .patchMe(tokens.access(), Map.of("display_name", "Countess Lovelace"))
                .statusCode(200)
                .body("displayName", equalTo("Countess Lovelace"));

        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada"));
        app.api().me(tokens.access()).body("displayName", equalTo("Countess Lovelace"));
    }

    @Test
    void givenAnEmptyDisplayName_whenPatching_thenItIsCleared() {
        app.api()
                .patchMe(tokens.access(), Map.of("display_name", ""))
                .statusCode(200)
                .body("displayName", is((Object) null));
    }

    @Test
    void givenNoDisplayName_whenPatching_thenItStays() {
        app.api().patchMe(tokens.access(), Map.of()).statusCode(200).body("displayName", equalTo("Ada Lovelace"));
    }

    @Test
    void givenATooLongDisplayName_whenPatching_thenItIsNamed() {
        app.api()
                .patchMe(tokens.access(), Map.of("display_name", "x".repeat(121)))
                .statusCode(400)
                .body("errors.field", hasItem("display_name"));
    }

    @Test
    void givenADeletedAccount_whenUsingItsTokens_thenTheyAreRefusedAndTheNameIsFree() {
        app.api().deleteMe(tokens.access()).statusCode(204);

        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
        app.api().signin(ada).statusCode(401);
        app.api().signup(ada).statusCode(200);
    }

    @Test
    void givenNoBearer_whenReadingTheProfile_thenUnauthorized() {
        app.api()
                .request(Method.GET, "/me", null, Map.of())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body(equalTo("{\"statusCode\":401,\"message\":\"Unauthorized\"}"));
    }

    @Test
    void givenSnakeCaseNaming_whenReadingTheProfile_thenTheSpecsNames() {
        app.set("heimdall.profile_naming", "snake_case");
        try {
            app.api().me(tokens.access()).body("display_name", equalTo("Ada Lovelace"));
        } finally {
            app.set("heimdall.profile_naming", null);
        }
    }
}
