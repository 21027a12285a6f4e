/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user's contacts, as an admin manages them. */
class EndUserContactsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final String second = TestUser.named("second").email();
    private final Tokens tokens = app.api().signedUp(ada);

    @Test
    void givenAContactThatAnAdminAdded_whenVerifiedAndPromoted_thenItIsTheUsersEmail() {
        String id = call(Method.POST, "/contacts", Map.of("type", "email", "value", second))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String code = call(Method.POST, "/contacts/" + id + "/resend-verification", null)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        app.api().verifyContact(code).statusCode(200);

        assertThat(call(Method.POST, "/contacts/" + id + "/promote", null).statusCode())
                .isEqualTo(204);

        assertThat(call(Method.GET, "/contacts", null).jsonPath().getString("data[0].value"))
                .isEqualTo(second);
        assertThat(app.realm().user(ada.username())).containsEntry("email", second);
    }

    @Test
    void givenAnUnverifiedPrimary_whenResending_thenTheCodeVerifiesIt() {
        String code = call(Method.POST, "/resend-verification", null).jsonPath().getString("code");

        app.api().verifyContact(code).statusCode(200);

        assertThat(call(Method.POST, "/resend-verification", null).statusCode()).isEqualTo(409);
    }

    @Test
    void givenWhatUsersAreRefused_whenAnAdminTries_thenTheSameConflicts() {
        String primary = call(Method.GET, "/contacts", null).jsonPath().getString("data[0].id");
        String id = call(Method.POST, "/contacts", Map.of("type", "email", "value", second))
                .jsonPath()
                .getString("id");

        assertThat(status(Method.POST, "/contacts/" + id + "/promote", null)).isEqualTo(409);
        assertThat(status(Method.POST, "/contacts", Map.of("type", "email", "value", second)))
                .isEqualTo(409);
        assertThat(status(Method.DELETE, "/contacts/" + primary, null)).isEqualTo(409);
        assertThat(status(Method.DELETE, "/contacts/" + id, null)).isEqualTo(204);
        assertThat(status(Method.DELETE, "/contacts/" + id, null)).isEqualTo(404);
    }

    @Test
    void givenAContactOfSomeoneElse_whenNamedUnderAnotherUser_thenNotFound() {
        Tokens other = app.api().signedUp(TestUser.named("other"));
        String theirs = app.api().contacts(other.access()).extract().path("data[0].id");

        assertThat(status(Method.POST, "/contacts/" + theirs + "/promote", null))
                .isEqualTo(404);
        assertThat(status(Method.POST, "/contacts/" + theirs + "/resend-verification", null))
                .isEqualTo(404);
        assertThat(status(Method.DELETE, "/contacts/" + theirs, null)).isEqualTo(404);
    }

    @Test
    void givenNobody_whenListing_thenNotFound() {
        Response answer =
                app.admin().request(Method.GET, "/v1/apps/" + app.slug() + "/end-users/nobody/contacts", null);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private int status(Method method, String path, Object body) {
        return call(method, path, body).statusCode();
    }

    private Response call(Method method, String path, Object body) {
        return app.admin().request(method, "/v1/apps/" + app.slug() + "/end-users/" + tokens.userId() + path, body);
    }
}
