/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.hamcrest.Matchers.matchesPattern;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose users had an attribute of the API's name before it became an app, with a meaning of its own. */
class EarlierAttributeIT {

    private static final String UTC_SECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    private static final TestUser GRACE = TestUser.named("grace");
    private static final TestUser MARY = TestUser.named("mary");

    @RegisterExtension
    static final App app = App.fresh().withRealm("users", List.of(verifiedLastSpring(GRACE), verifiedLastSpring(MARY)));

    @Test
    void givenATimeThatIsNone_whenReadingTheProfile_thenTheEmailCountsAsVerifiedNow() {
        Tokens tokens = Tokens.of(app.api().signin(GRACE));

        app.api().me(tokens.access()).statusCode(200).body("emailVerifiedAt", matchesPattern(UTC_SECONDS));
    }

    @Test
    void givenATimeThatIsNone_whenListingTheUsers_thenTheEmailCountsAsVerifiedNow() {
        app.platform()
                .as(Method.GET, "/end-users?search=" + MARY.username(), null)
                .statusCode(200)
                .body("data[0].email_verified_at", matchesPattern(UTC_SECONDS));
    }

    private static Map<String, Object> verifiedLastSpring(TestUser user) {
        return Map.of(
                "username", user.username(),
                "email", user.email(),
                "enabled", true,
                "emailVerified", true,
                "attributes", Map.of("emailVerifiedAt", List.of("last spring")),
                "credentials", List.of(Map.of("type", "password", "value", user.password())));
    }
}
