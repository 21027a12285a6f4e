/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;

/** The consumer API of one app, as a client app calls it. Safe for use by many threads at once. */
public final class HeimdallApi {

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final URI server;
    private final String base;

    private HeimdallApi(URI server, String base) {
        this.server = server;
        this.base = base;
    }

    /** The app at {@code /<slug>/v1}. */
    public static HeimdallApi of(URI server, String slug) {
        return new HeimdallApi(server, "/" + slug + "/v1");
    }

    /** The same app at {@code /realms/<slug>/v1}. */
    public static HeimdallApi underRealms(URI server, String slug) {
        return new HeimdallApi(server, "/realms/" + slug + "/v1");
    }

    public ValidatableResponse signup(TestUser user) {
        return signup(user.signup());
    }

    public ValidatableResponse signup(Map<String, ?> body) {
        return post("/auth/signup", body);
    }

    public ValidatableResponse signin(TestUser user) {
        return signin(user.username(), user.password());
    }

    public ValidatableResponse signin(String identifier, String password) {
        return post("/auth/signin", Map.of("identifier", identifier, "password", password));
    }

    public ValidatableResponse refresh(String refreshToken) {
        return post("/auth/refresh", Map.of("refresh_token", refreshToken));
    }

    public ValidatableResponse logout(String refreshToken) {
        return post("/auth/logout", Map.of("refresh_token", refreshToken));
    }

    public ValidatableResponse me(String bearer) {
        return as(bearer, Method.GET, "/me", null);
    }

    public ValidatableResponse patchMe(String bearer, Map<String, ?> body) {
        return as(bearer, Method.PATCH, "/me", body);
    }

    public ValidatableResponse deleteMe(String bearer) {
        return as(bearer, Method.DELETE, "/me", null);
    }

    public ValidatableResponse changePassword(String bearer, String current, String changed) {
        return as(
                bearer,
                Method.POST,
                "/me/change-password",
                Map.of("current_password", current, "new_password", changed));
    }

    public ValidatableResponse permissions(String bearer) {
        return as(bearer, Method.GET, "/me/permissions", null);
    }

    public ValidatableResponse sessions(String bearer) {
        return as(bearer, Method.GET, "/me/sessions", null);
    }

    public ValidatableResponse revokeSession(String bearer, String sessionId) {
        return as(bearer, Method.DELETE, "/me/sessions/" + sessionId, null);
    }

    public ValidatableResponse verifyContact(String code) {
        return post("/auth/verify", Map.of("code", code));
    }

    /** The same as someone who is signed in. */
    public ValidatableResponse verifyContact(String bearer, String code) {
        return as(bearer, Method.POST, "/auth/verify", Map.of("code", code));
    }

    public ValidatableResponse resetPassword(String code, String password) {
        return post("/auth/reset-password", Map.of("code", code, "new_password", password));
    }

    public ValidatableResponse contacts(String bearer) {
        return as(bearer, Method.GET, "/me/contacts", null);
    }

    public ValidatableResponse addContact(String bearer, String type, String value) {
        return as(bearer, Method.POST, "/me/contacts", Map.of("type", type, "value", value));
    }

    public ValidatableResponse deleteContact(String bearer, String id) {
        return as(bearer, Method.DELETE, "/me/contacts/" + id, null);
    }

    public ValidatableResponse promoteContact(String bearer, String id) {
        return as(bearer, Method.POST, "/me/contacts/" + id + "/promote", null);
    }

    public ValidatableResponse jwks() {
        return get("/.well-known/jwks.json");
    }

    public ValidatableResponse discovery() {
        return get("/.well-known/openid-configuration");
    }

    /** Signs the user up, which must work. */
    public Tokens signedUp(TestUser user) {
        return Tokens.of(signup(user));
    }

    /** Signs the user in, which must work. */
    public Tokens signedIn(TestUser user) {
        return Tokens.of(signin(user));
    }

    /** Any call with a bearer; a body that is not null goes as JSON. */
    public ValidatableResponse as(String bearer, Method method, String path, Object body) {
        return request(method, path, body, Map.of("authorization", "Bearer " + bearer))
                .then();
    }

    /** Gives a machine client a token, which must work. */
    public String machineToken(Platform.Machine machine) {
        return post("/oauth/token", machine.credentials())
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Asks about a token, given in the body. */
    public ValidatableResponse verify(String token) {
        return post("/verify", Map.of("token", token));
    }

    /**
     * Any call at all. The answer of a documented route is held against its schema.
     *
     * @param path what follows {@code /v1}, query included; sent as it is, not encoded
     * @param body a string or bytes are sent as they are, null sends none, and everything else becomes JSON
     * @param headers win over the content type, which is {@code application/json} for a body
     */
    public Response request(Method method, String path, Object body, Map<String, ?> headers) {
        RequestSpecification request = given().config(CONFIG).urlEncodingEnabled(false);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        headers.forEach((name, value) -> {
            if (name.equalsIgnoreCase("content-type")) {
                request.contentType(value.toString());
            } else {
                request.header(name, value);
            }
        });
        Response answer = request.request(method, server + base + path);
        Contract.check(method, base + path, answer);
        return answer;
    }

    private ValidatableResponse post(String path, Object body) {
        return request(Method.POST, path, body, Map.of()).then();
    }

    private ValidatableResponse get(String path) {
        return request(Method.GET, path, null, Map.of()).then();
    }
}
