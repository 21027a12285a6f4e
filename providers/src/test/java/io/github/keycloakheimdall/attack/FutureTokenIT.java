/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KnownKey;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only who holds the realm's own key could sign. The realm signs with a key that this test knows. */
class FutureTokenIT {

    private static final int HOUR = 3600;
    private static final int WITHIN_SKEW = 30;

    @RegisterExtension
    static final App app = App.fresh();

    private static KnownKey key;

    private final Tokens tokens = app.api().signedUp(TestUser.ada());

    @BeforeAll
    static void giveTheRealmAKnownKey() {
        key = KnownKey.of(app.realm());
    }

    @Test
    void givenTheRealmsKey_whenATokenIsSignedAgainUnchanged_thenItHolds() {
        app.api().me(signed(Map.of())).statusCode(200);
    }

    @Test
    void givenAnIatALittleAhead_whenUsed_thenItHoldsForAClockThatIsOff() {
        app.api().me(signed(Map.of("iat", now() + WITHIN_SKEW))).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void givenATimeAheadInATokenOfTheRealmsKey_whenUsed_thenRefused(String claim) {
        String future = signed(Map.of(claim, now() + HOUR, "exp", now() + 2 * HOUR));

        app.api().me(future).statusCode(401);
        app.api().verify(future).body("valid", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({"iss,https://evil.example", "aud,another", "aid,another", "type,m2m", "sub,another", "sid,another"})
    void givenAnotherClaimInATokenOfTheRealmsKey_whenUsed_thenRefused(String claim, String value) {
        app.api().me(signed(Map.of(claim, value))).statusCode(401);
    }

    private String signed(Map<String, ?> changes) {
        return key.resigned(tokens.access(), changes);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
