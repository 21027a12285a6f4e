/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/apps/<id>/notification-settings}; who may call it is held in PlatformIT and WeakAdminIT. */
class NotificationSettingsIT {

    private static final String PATH = "/notification-settings";

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm("adminEventsEnabled", true)
            .with("heimdall.notifications_enabled", "true")
            .withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenAFreshApp_whenReading_thenTheDefaults() {
        try (App own = App.fresh().createOn(app.server())) {
            JsonPath settings = own.platform()
                    .as(Method.GET, PATH, null)
                    .statusCode(200)
                    .body("notifications_via_envoi", equalTo(false))
                    .body("default_sender_address", nullValue())
                    .body("verification_template_name", equalTo("heimdall-verification"))
                    .body("welcome_template_name", equalTo("heimdall-welcome"))
                    .body("password_reset_template_name", equalTo("heimdall-password-reset"))
                    .body("$", hasKey("web_origin"))
                    .body("web_origin", nullValue())
                    .extract()
                    .jsonPath();

            assertThat(settings.getString("app_id"))
                    .isEqualTo(own.realm().read().get("id"));
            assertThat(settings.getString("updated_at")).isEqualTo(settings.getString("created_at"));
        }
    }

    @Test
    void givenAWebOrigin_whenPatchingOthers_thenItStaysAndNullRemovesIt() {
        Instant before = Instant.parse(patch("web_origin", "https://portal.acme.example:8443")
                .extract()
                .path("updated_at"));

        Instant after = Instant.parse(patch("notifications_via_envoi", true)
                .body("web_origin", equalTo("https://portal.acme.example:8443"))
                .extract()
                .path("updated_at"));
        patch("web_origin", null).body("web_origin", nullValue());

        assertThat(after).isAfter(before);
        assertThat(app.realm().read().get("attributes").toString()).doesNotContain("web_origin");
    }

    @Test
    void givenASender_whenChangingAndClearingIt_thenItIsTheRealmsOwn() {
        try (App own = App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .withRealm("smtpServer", MailServer.smtp())
                .createOn(app.server())) {
            TestUser ada = TestUser.ada();
            patch(own, "default_sender_address", "hello@acme.example")
                    .body("default_sender_address", equalTo("hello@acme.example"));
            own.api().signedUp(ada);
            assertThat(MailServer.first(ada.email()).from()).contains("hello@acme.example");

            patch(own, "default_sender_address", null).body("default_sender_address", nullValue());

            Backend.forCodes(own)
                    .sendVerificationEmail(ada.email())
                    .statusCode(412)
                    .body("code", equalTo("ENVOI_SENDER_NOT_CONFIGURED"));
            own.realm().update(own.realm().read());
            own.platform().as(Method.GET, PATH, null).body("default_sender_address", nullValue());

            patch(own, "default_sender_address", "hello@acme.example")
                    .body("default_sender_address", equalTo("hello@acme.example"));
            Backend.forCodes(own).sendVerificationEmail(ada.email()).statusCode(201);
        }
    }

    @Test
    void givenAClearedSender_whenTheConsoleNamesAnother_thenThatIsTheSender() {
        try (App own = App.fresh().withRealm("smtpServer", MailServer.smtp()).createOn(app.server())) {
            patch(own, "default_sender_address", null).body("default_sender_address", nullValue());

            Map<String, Object> smtp = new HashMap<>(MailServer.smtp());
            smtp.put("from", "console@acme.example");
            own.realm().update(Map.of("smtpServer", smtp));

            own.platform().as(Method.GET, PATH, null).body("default_sender_address", equalTo("console@acme.example"));
        }
    }

    @Test
    void givenNoMailServer_whenClearingTheSender_thenTheRealmCanBeSaved() {
        try (App own = App.fresh().createOn(app.server())) {
            patch(own, "default_sender_address", null).body("default_sender_address", nullValue());

            own.realm().update(own.realm().read());
        }
    }

    @Test
    void givenASenderThatKeycloakWouldNotSave_whenSettingIt_then400AndTheRealmCanBeSaved() {
        app.platform()
                .as(Method.PATCH, PATH, Map.of("default_sender_address", "hellö@acme.example"))
                .statusCode(400)
                .body("errors[0].field", equalTo("default_sender_address"));

        app.realm().update(app.realm().read());
    }

    @Test
    void givenAClearedTemplate_whenSending_then412UntilItIsNamedAgain() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        Backend backend = Backend.forCodes(app);
        patch("verification_template_name", null)
                .body("verification_template_name", nullValue())
                .body("welcome_template_name", equalTo("heimdall-welcome"));

        backend.sendVerificationEmail(ada.email())
                .statusCode(412)
                .body("code", equalTo("ENVOI_TEMPLATE_NOT_CONFIGURED"));
        patch("verification_template_name", "heimdall-verification");

        backend.sendVerificationEmail(ada.email()).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.acme.example",
                "https://portal.acme.example/",
                "https://portal.acme.example/path",
                "https://ada@portal.acme.example",
                "https://portal.acme.example:99999",
                "https://portal.acme.example:0",
                "https://portal..example",
                "https://-portal.example",
                "https://*.acme.example",
                "https://portal.acme.example?q",
                "https://portal.acme.example\\n",
                "https://",
                "javascript:alert(1)",
                ""
            })
    void givenWhatIsNoOrigin_whenPatching_then400(String origin) {
        bad("web_origin", origin.replace("\\n", "\n")).body("errors[0].field", equalTo("web_origin"));
    }

    @Test
    void givenWrongValues_whenPatching_then400AndNothingIsWritten() {
        JsonPath before = read();

        bad("web_origin", 5);
        bad("web_origin", "https://acme.example\0");
        bad("web_origin", "https://" + "a.".repeat(200) + "example");
        bad("notifications_via_envoi", "true");
        bad("default_sender_address", "no address").body("errors[0].field", equalTo("default_sender_address"));
        bad("default_sender_address", "a\r\nBcc: b@example.com");
        bad("default_sender_address", "a@" + "b".repeat(300) + ".example");
        bad("welcome_template_name", "nosuch").body("message", not(containsString("Exception")));
        app.platform()
                .as(Method.PATCH, PATH, Map.of("notifications_via_envoi", false, "web_origin", "nonsense"))
                .statusCode(400);
        app.platform().as(Method.PATCH, PATH, "[]").statusCode(400);

        assertThat(read().<Map<String, Object>>get("$")).isEqualTo(before.get("$"));
    }

    @Test
    void givenAChange_whenReadingTheAdminEvents_thenItIsThere() {
        int before = app.realm()
                .list("/admin-events?operationTypes=UPDATE&resourceTypes=REALM&max=1000")
                .size();

        patch("notifications_via_envoi", true);

        assertThat(app.realm().list("/admin-events?operationTypes=UPDATE&resourceTypes=REALM&max=1000"))
                .hasSizeGreaterThan(before);
    }

    private static JsonPath read() {
        return app.platform()
                .as(Method.GET, PATH, null)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse patch(String field, Object value) {
        return patch(app, field, value);
    }

    private static ValidatableResponse patch(App own, String field, Object value) {
        return own.platform()
                .as(Method.PATCH, PATH, Collections.singletonMap(field, value))
                .statusCode(200);
    }

    private static ValidatableResponse bad(String field, Object value) {
        return app.platform()
                .as(Method.PATCH, PATH, Collections.singletonMap(field, value))
                .statusCode(400);
    }
}
