/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AvatarApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that users have of themselves. */
class AvatarIT {

    @RegisterExtension
    static final App app = App.fresh();

    private Tokens tokens;

    @BeforeEach
    void signUp() {
        tokens = app.api().signedUp(TestUser.ada());
    }

    @Test
    void givenAPicture_whenUploadingIt_thenAnybodySeesItSmallUntilItIsRemoved() {
        me().body("avatarUrl", nullValue());

        String url = upload("me.png", "image/png", Pictures.of("png", 800, 400))
                .statusCode(201)
                .extract()
                .path("avatar_url");

        assertThat(url).endsWith("/" + app.slug() + "/v1/avatars/" + tokens.userId());
        me().body("avatarUrl", equalTo(url));
        Response seen = given().get(url);
        seen.then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("Cache-Control", equalTo("private, max-age=60"));
        BufferedImage picture = Pictures.seen(seen.asByteArray());
        assertThat(picture.getWidth()).isEqualTo(512);
        assertThat(picture.getHeight()).isEqualTo(256);

        remove().statusCode(204);
        remove().statusCode(204);
        given().get(url).then().statusCode(404);
        me().body("avatarUrl", nullValue());
    }

    @Test
    void givenAPicture_whenUploadingAnother_thenItTakesItsPlaceUnderTheSameUrl() {
        String first = upload("a.jpg", "image/jpeg", Pictures.of("jpeg", 20, 20))
                .statusCode(201)
                .extract()
                .path("avatar_url");

        upload("b", "application/octet-stream", Pictures.WEBP).statusCode(201).body("avatar_url", equalTo(first));

        Response seen = given().get(first);
        seen.then().statusCode(200).contentType("image/webp");
        assertThat(seen.asByteArray()).isEqualTo(Pictures.WEBP);
    }

    @Test
    void givenOneAccount_whenManyPicturesComeAtOnce_thenOneOfThemStays() {
        byte[] file = Pictures.of("jpeg", 30, 30);

        List<Integer> statuses =
                AtOnce.run(6, i -> upload("a.jpg", "image/jpeg", file).extract().statusCode());

        assertThat(statuses).containsOnly(201);
        see(tokens.userId()).statusCode(200);
    }

    @Test
    void givenWhatIsNoPicture_whenUploadingItAsOne_thenRefusedAndTheOneBeforeStays() {
        upload("a.jpg", "image/jpeg", Pictures.of("jpeg", 20, 20)).statusCode(201);

        for (String bad : List.of(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<script>alert(1)</script>", "GIF89a")) {
            upload("a.png", "image/png", bad.getBytes()).statusCode(415).body("code", equalTo("AVATAR_INVALID_TYPE"));
        }
        upload("a.png", "image/png", Arrays.copyOf(Pictures.of("png", 9, 9), 2 * 1024 * 1024 + 1))
                .statusCode(413)
                .body("code", equalTo("AVATAR_TOO_LARGE"));
        upload("a.png", "image/png", new byte[0]).statusCode(415);

        see(tokens.userId()).statusCode(200).contentType("image/jpeg");
    }

    @Test
    void givenAFileThatIsTooLargeForTheServer_whenUploadingIt_thenRefused() {
        upload("a.png", "image/png", new byte[12 * 1024 * 1024]).statusCode(413);
    }

    @Test
    void givenFormsThatHoldNoFile_whenUploadingThem_thenRefused() {
        form().multiPart("picture", "a.png", Pictures.of("png", 9, 9))
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(400);
        form().multiPart("file", "a.png", Pictures.of("png", 9, 9))
                .multiPart("file", "b.png", Pictures.of("png", 9, 9))
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(400);
        form().multiPart("file", "text")
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(415);
        form().contentType("application/json")
                .body("{}")
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(415);
        form().contentType("image/png")
                .body(Pictures.of("png", 9, 9))
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(415);
        form().config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=x")
                .body("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n")
                .post(new AvatarApi(app).ofCaller())
                .then()
                .statusCode(400);
        form().post(new AvatarApi(app).ofCaller()).then().statusCode(415);
    }

    @Test
    void givenNoBearerOrAnotherApps_whenUploading_thenRefused() {
        try (App other = App.fresh().createOn(app.server())) {
            String theirs = other.api().signedUp(TestUser.ada()).access();
            for (String header : List.of("Bearer x", "Bearer " + theirs)) {
                given().header("authorization", header)
                        .multiPart("file", "a.png", Pictures.of("png", 9, 9))
                        .post(new AvatarApi(app).ofCaller())
                        .then()
                        .statusCode(401);
            }
            given().delete(new AvatarApi(app).ofCaller()).then().statusCode(401);
            upload("a.png", "image/png", Pictures.of("png", 9, 9)).statusCode(201);

            other.api()
                    .request(Method.GET, "/avatars/" + tokens.userId(), null, Map.of())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void givenAnAccountThatIsDeleted_whenLookingForItsPicture_thenItIsGone() {
        upload("a.png", "image/png", Pictures.of("png", 9, 9)).statusCode(201);

        app.api().deleteMe(tokens.access()).statusCode(204);

        see(tokens.userId()).statusCode(404);
        upload("a.png", "image/png", Pictures.of("png", 9, 9)).statusCode(401);
    }

    @Test
    void givenAnAccountThatTheConsoleDeletes_whenLookingForItsPicture_thenItIsGone() {
        upload("a.png", "image/png", Pictures.of("png", 9, 9)).statusCode(201);

        app.realm().deleteUser(tokens.userId());

        see(tokens.userId()).statusCode(404);
    }

    @Test
    void givenAnAccountThatIsDisabled_whenLookingForItsPicture_thenItIsNotShownUntilItIsEnabled() {
        upload("a.png", "image/png", Pictures.of("png", 9, 9)).statusCode(201);

        app.realm().enableUser(tokens.userId(), false);

        see(tokens.userId()).statusCode(404);
        app.realm().enableUser(tokens.userId(), true);
        see(tokens.userId()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "..%2f..", "%ed%a0%80", "a%20b"})
    void givenAnIdOfNobody_whenLookingForAPicture_thenNotFoundOrRefused(String id) {
        int status = see(id).extract().statusCode();
        assertThat(status).isIn(400, 404);
        see(UUID.randomUUID().toString()).statusCode(404);
        see("x".repeat(300)).statusCode(404);
    }

    private ValidatableResponse me() {
        return app.api().me(tokens.access()).statusCode(200);
    }

    private static ValidatableResponse see(String id) {
        return new AvatarApi(app).see(id).then();
    }

    private ValidatableResponse upload(String name, String type, byte[] file) {
        return new AvatarApi(app).upload(tokens.access(), name, type, file).then();
    }

    private RequestSpecification form() {
        return new AvatarApi(app).form(tokens.access());
    }

    private ValidatableResponse remove() {
        return app.api().as(tokens.access(), Method.DELETE, "/me/avatar", null);
    }
}
