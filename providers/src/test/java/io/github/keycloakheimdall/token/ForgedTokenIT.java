/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that somebody made or bent. */
class ForgedTokenIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Tokens tokens = app.api().signedUp(TestUser.ada());
    private final String[] parts = tokens.access().split("\\.");

    @Test
    void givenAnotherPayload_whenUsed_thenRefused() {
        String payload = decode(parts[1]).replace("\"role\":\"member\"", "\"role\":\"owner\"");

        assertRefused(parts[0] + '.' + encode(payload) + '.' + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", ""})
    void givenNoAlgorithm_whenUsed_thenRefused(String algorithm) {
        String header = decode(parts[0]).replace("RS256", algorithm);

        assertRefused(encode(header) + '.' + parts[1] + '.');
    }

    @Test
    void givenThePublicKeyAsAnHmacSecret_whenUsed_thenRefused() throws GeneralSecurityException {
        String modulus = app.api().jwks().extract().path("keys[0].n");
        String signed = encode(decode(parts[0]).replace("RS256", "HS256")) + '.' + parts[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(modulus), "HmacSHA256"));

        assertRefused(signed + '.' + encode(mac.doFinal(bytes(signed))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"jku\":\"http://127.0.0.1:1/jwks\",",
                "\"x5u\":\"http://127.0.0.1:1/x\",",
                "\"jwk\":{\"kty\":\"RSA\"},"
            })
    void givenAKeyOfOnesOwn_whenUsed_thenRefused(String pointer) throws GeneralSecurityException {
        KeyPair mine = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String header = decode(parts[0]).replaceFirst("\\{", "{" + pointer);
        String signed = encode(header) + '.' + parts[1];
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(mine.getPrivate());
        signature.update(bytes(signed));

        assertRefused(signed + '.' + encode(signature.sign()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "'; drop table realm; --", "no-such-key"})
    void givenAnotherKeyId_whenUsed_thenRefused(String kid) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";

        assertRefused(encode(header) + '.' + parts[1] + '.' + parts[2]);
    }

    @Test
    void givenAnotherAppsToken_whenUsed_thenRefused() {
        try (App other = App.fresh().createOn(app.server())) {
            assertRefused(other.api().signedUp(TestUser.ada()).access());
        }
    }

    @Test
    void givenAKeycloakTokenOfTheSameRealm_whenUsed_thenRefused() {
        app.realm()
                .call(
                        Method.POST,
                        "/clients",
                        Map.of("clientId", "other", "publicClient", true, "directAccessGrantsEnabled", true));
        TestUser eve = TestUser.named("eve");
        String id = app.api().signedUp(eve).userId();
        app.realm().updateUser(id, Map.of("firstName", "Eve", "lastName", "Other"));
        String keycloaks = RestAssured.given()
                .formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "other",
                        "username",
                        eve.username(),
                        "password",
                        eve.password()))
                .post(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        assertRefused(keycloaks);
    }

    @Test
    void givenOurToken_whenUsedAtKeycloaksOwnEndpoints_thenRefused() {
        int status = RestAssured.given()
                .header("Authorization", "Bearer " + tokens.access())
                .get(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/userinfo")
                .statusCode();

        assertThat(status).isEqualTo(401);
    }

    private static void assertRefused(String token) {
        app.api().me(token).statusCode(401);
        app.api().refresh(token).statusCode(401);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return encode(bytes(text));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
