/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPreviewIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm("displayName", "<b>Acme</b>")
            .withRealm("internationalizationEnabled", true)
            .withRealm("supportedLocales", List.of("en", "de"))
            .with("heimdall.web_origin", "https://app.example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verification",
                "password-reset",
                "password-elsewhere",
                "invitation",
                "welcome",
                "security-notice"
            })
    void givenAMail_whenLooking_thenItIsThereInEachLanguage(String name) {
        String english = preview("mail=heimdall-" + name + "&locale=en")
                .statusCode(200)
                .body("html", containsString("<html lang=\"en\">"))
                .body("html", not(containsString("<b>Acme</b>")))
                .extract()
                .path("text");
        String german = preview("mail=heimdall-" + name + "&locale=de")
                .statusCode(200)
                .body("html", containsString("<html lang=\"de\">"))
                .extract()
                .path("text");

        assertThat(german).isNotBlank().isNotEqualTo(english);
        assertThat(english).doesNotContain("heimdall");
    }

    @Test
    void givenACode_whenLooking_thenTheSubjectHasItAndTheButtonLeadsToTheApp() {
        preview("mail=heimdall-verification&locale=en")
                .body("subject", equalTo("123456 is your <b>Acme</b> verification code"))
                .body("html", containsString("https://app.example.com/verify?code=123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail=heimdall-verification",
                "locale=en",
                "mail=heimdall-layout&locale=en",
                "mail=../heimdall-verification&locale=en",
                "mail=%00&locale=en",
                "mail=heimdall-verification&locale=fr",
                "mail=heimdall-verification&locale=%ED%A0%80",
                "mail=heimdall-verification&locale="
            })
    void givenNoSuchMailOrLanguage_whenLooking_thenItIs400(String query) {
        preview(query).statusCode(400);
    }

    @Test
    void givenAnAdminWithoutTheRole_whenLooking_thenItIs403() {
        String query = "/notification-settings/preview?mail=heimdall-welcome&locale=en";

        assertThat(RealmBoss.of(app, "view-users").here(Method.GET, query, null))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-realm").here(Method.GET, query, null))
                .isEqualTo(200);
    }

    private static ValidatableResponse preview(String query) {
        return app.platform().as(Method.GET, "/notification-settings/preview?" + query, null);
    }
}
