/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static io.restassured.RestAssured.given;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An OpenID provider that signs anyone in who says who they are, and checks PKCE. */
final class OpenIdProvider implements BeforeAllCallback, AfterAllCallback {

    private static final RestAssuredConfig NO_REDIRECTS =
            RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
        // Its first token takes so long that a busy machine's Keycloak gives up on it.
        server.issueToken();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.shutdown();
    }

    /** What an admin types into the console for it. */
    Map<String, Object> asKeycloakHasIt(String alias, boolean trustEmail) {
        Map<String, String> config = new HashMap<>();
        config.put("clientId", "heimdall-test");
        config.put("clientSecret", "secret");
        config.put("clientAuthMethod", "client_secret_post");
        config.put("issuer", server.issuerUrl(alias).toString());
        config.put("authorizationUrl", server.authorizationEndpointUrl(alias).toString());
        config.put("tokenUrl", server.tokenEndpointUrl(alias).toString());
        config.put("jwksUrl", server.jwksUrl(alias).toString());
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("defaultScope", "openid email profile");
        return Map.of(
                "alias", alias, "providerId", "oidc", "enabled", true, "trustEmail", trustEmail, "config", config);
    }

    /** Signs in on the provider's page; gives back where it sends the browser. */
    String signIn(String page, Person person) {
        return given().config(NO_REDIRECTS)
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("username=" + encode(person.subject(), UTF_8) + "&claims=" + encode(person.claims(), UTF_8))
                .post(page)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    /** Someone as the provider knows them. */
    record Person(String subject, Map<String, ?> says) {

        private static final int UNIQUE_DIGITS = 10;

        /** Someone who was never here before, with an email that the provider calls verified. */
        static Person fresh() {
            String unique = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_DIGITS);
            return new Person("sub-" + unique, Map.of())
                    .saying("email", unique + "@example.com", "email_verified", true);
        }

        /** The same person, of whom the provider says nothing but that. */
        Person sayingOnly(Object... namesAndValues) {
            return new Person(subject, Map.of()).saying(namesAndValues);
        }

        /** The same person, of whom the provider says that too. */
        Person saying(Object... namesAndValues) {
            Map<String, Object> more = new HashMap<>(says);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                more.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Person(subject, more);
        }

        String email() {
            return (String) says.get("email");
        }

        String claims() {
            return json(says);
        }
    }

    static String json(Map<String, ?> value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
