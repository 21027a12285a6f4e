/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.SigningKeys;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A realm that signs by an elliptic curve alone, and what becomes of its keys later. Tokens of the API are RS256 still.
 */
@OnOneDatabase
class KeysIT {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";

    private static final Map<String, Object> CURVE = Map.of(
            "org.keycloak.keys.KeyProvider",
            List.of(Map.of(
                    "name",
                    "curve",
                    "providerId",
                    "ecdsa-generated",
                    "config",
                    Map.of("priority", List.of("100"), "ecdsaEllipticCurveKey", List.of("P-256")))));

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("defaultSignatureAlgorithm", "ES256").withRealm("components", CURVE);

    private final TestUser ada = TestUser.ada();

    @Test
    void givenACurveAlone_whenSigningUp_thenTheRealmGetsAKeyThatVerifiersFind() {
        Tokens tokens = app.api().signedUp(ada);

        verifies(tokens);
        app.api().refresh(tokens.refresh()).statusCode(200);
        app.api().jwks().body("keys.alg", everyItem(is("RS256")));
    }

    @Test
    void givenACurveAlone_whenNobodySignedUpYet_thenVerifiersFindTheKeyThatWillSign() {
        try (App own = App.fresh()
                .withRealm("defaultSignatureAlgorithm", "ES256")
                .withRealm("components", CURVE)
                .createOn(app.server())) {
            List<Object> before = kids(own);

            own.api().signup(ada).statusCode(200);

            assertThat(before).hasSize(1).isEqualTo(kids(own));
        }
    }

    @Test
    void givenAnApp_whenItsRsaKeysAreDeleted_thenVerifiersFindTheKeyThatWillSign() {
        try (App own = App.fresh().createOn(app.server())) {
            new SigningKeys(own.realm())
                    .list().stream()
                            .filter(key -> "rsa-generated".equals(key.get("providerId")))
                            .forEach(key -> own.realm().call(Method.DELETE, "/components/" + key.get("id"), null));
            List<Object> before = kids(own);

            own.api().signup(ada).statusCode(200);

            assertThat(before).hasSize(1).isEqualTo(kids(own));
        }
    }

    @Test
    void givenEveryRsaKeySwitchedOff_whenSigningIn_thenTheRealmGetsAnother() {
        Tokens before = app.api().signedUp(ada);
        new SigningKeys(app.realm())
                .list().stream()
                        .filter(key -> List.of("rsa-generated", "java-keystore").contains(key.get("providerId")))
                        .forEach(KeysIT::switchOff);
        app.api().me(before.access()).statusCode(401);

        verifies(app.api().signedIn(ada));
    }

    @Test
    void givenEveryHmacKeySwitchedOff_whenSigningIn_thenRefreshTokensOfBeforeAreRefusedAndNewOnesWork() {
        Tokens before = app.api().signedUp(ada);
        new SigningKeys(app.realm())
                .list().stream()
                        .filter(key -> key.get("providerId").toString().startsWith("hmac"))
                        .forEach(KeysIT::switchOff);

        app.api().refresh(before.refresh()).statusCode(401);
        app.api().me(before.access()).statusCode(200);
        app.api().refresh(app.api().signedIn(ada).refresh()).statusCode(200);
    }

    @Test
    void givenAKeyOfAKeystore_whenSigningIn_thenTokensAreSignedByIt() throws Exception {
        assumeTrue(app.server() instanceof KeycloakServer, "The server reads files of this machine");
        // Keycloak reads keystores of the realm's own folder alone.
        Path folder = ((KeycloakServer) app.server()).home().resolve("data").resolve(app.slug());
        Files.createDirectories(folder);
        app.api().signup(ada).statusCode(200);
        int before = app.api().jwks().extract().jsonPath().getList("keys").size();

        new SigningKeys(app.realm())
                .add(
                        "java-keystore",
                        Map.of(
                                "keystore", List.of(keystore(folder).toString()),
                                "keystorePassword", List.of(PASSWORD),
                                "keystoreType", List.of("PKCS12"),
                                "keyAlias", List.of("signing"),
                                "keyPassword", List.of(PASSWORD)));

        Tokens tokens = app.api().signedIn(ada);
        verifies(tokens);
        assertThat(app.api().jwks().extract().jsonPath().getList("keys")).hasSize(before + 1);
    }

    private static void verifies(Tokens tokens) {
        assertThat(tokens.accessJwt()
                        .isSignedBy(app.api().jwks().statusCode(200).extract().jsonPath()))
                .isTrue();
        app.api().me(tokens.access()).statusCode(200);
    }

    private static List<Object> kids(App app) {
        return app.api().jwks().extract().jsonPath().getList("keys.kid");
    }

    @SuppressWarnings("unchecked")
    private static void switchOff(Map<String, Object> key) {
        ((Map<String, Object>) key.get("config")).put("enabled", List.of("false"));
        app.realm().call(Method.PUT, "/components/" + key.get("id"), key);
    }

    private static Path keystore(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "signing",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=keys",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }
}
