/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.client.UserProfile;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would pass for another's, at every door that makes or names an account. */
@OnOneDatabase
class NamesIT {

    @RegisterExtension
    static final App app = App.fresh();

    /** One whose admin dropped Keycloak's own checks of usernames from the profile. */
    @RegisterExtension
    static final App lax = App.fresh();

    private final TestUser ada = TestUser.ada();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim\uFF20example.com",
                "vic\u200Btim",
                "\u202Emitciv",
                "vic\u2066tim",
                "vic\u00ADtim",
                "\uFEFFvictim",
                "vic\uFE0Ftim",
                "\uFF56ictim",
                "vict\u2170m",
                "v\u0456ctim",
                "victim\u0007",
                "vic\u0085tim",
                "vic tim",
                "vic\u00A0tim",
                "victi\u0301m",
                "vic<tim>",
                "service-account-m2m_billing",
                "Service-Account-x"
            })
    void givenAMisleadingUsername_whenMakingAnAccount_thenRefusedAtEveryDoor(String username) {
        UserProfile.of(lax).dropUsernameChecks();
        for (App each : List.of(app, lax)) {
            each.api().signup(ada.withUsername(username)).statusCode(400).body("errors[0].field", equalTo("username"));
            each.api()
                    .as(ownerOf(each), Method.POST, "/admin/users", Map.of("email", ada.email(), "username", username))
                    .statusCode(400);
            String code = each.admin()
                    .succeed(
                            Method.POST, "/v1/apps/" + each.slug() + "/end-users/invites", Map.of("email", ada.email()))
                    .path("code");
            each.api()
                    .request(
                            Method.POST,
                            "/auth/accept-invite",
                            Map.of("code", code, "username", username, "password", ada.password()),
                            Map.of())
                    .then()
                    .statusCode(400);
            assertThat(each.realm().list("/users?email=" + ada.email())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z\u200Bq@example.com",
                "\uFF41da@example.com",
                "\u202Eb@example.com",
                "ad\u0430@example.com",
                "\"a b\"@example.com"
            })
    void givenAMisleadingEmail_whenClaimingOrInvitingIt_thenRefused(String email) {
        Tokens tokens = app.api().signedUp(ada);

        app.api().addContact(tokens.access(), "email", email).statusCode(400);
        app.platform()
                .as(Method.POST, "/end-users/" + tokens.userId() + "/contacts", Map.of("type", "email", "value", email))
                .statusCode(400);
        app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", email))
                .statusCode(400);
    }

    private static String ownerOf(App each) {
        Tokens owner = each.api().signedUp(TestUser.named("owner"));
        each.realm().giveRole(owner.userId(), "owner");
        return owner.access();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace", "ada_l-1", "b\u00E4rbel", "service-accounting", "Ada"})
    void givenAnOrdinaryUsername_whenSigningUp_thenTokens(String username) {
        String unique = username + TestUser.named("").username();

        app.api().signup(ada.withUsername(unique)).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada \u202Eecalevol", "Ada\u0007", "Ada\nLovelace", "Ada\u2066", "\u200BAda", "Ada\u2028L"})
    void givenAMisleadingDisplayName_whenNaming_thenRefusedAtEveryDoor(String name) {
        app.api().signup(ada.withDisplayName(name)).statusCode(400).body("errors[0].field", equalTo("display_name"));
        Tokens tokens = app.api().signedUp(ada);
        app.api().patchMe(tokens.access(), Map.of("display_name", name)).statusCode(400);
        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId(), Map.of("display_name", name))
                .statusCode(400);

        app.api().me(tokens.access()).body("displayName", equalTo("Ada Lovelace"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05E9\u05B8\u05DC\u05D5\u05B9\u05DD",
                "Ada \uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"
            })
    void givenANameOfAnyScript_whenNaming_thenItStands(String name) {
        Tokens tokens = app.api().signedUp(ada);

        app.api()
                .patchMe(tokens.access(), Map.of("display_name", name))
                .statusCode(200)
                .body("displayName", equalTo(name));
    }

    @Test
    void givenADisplayNameThatOnlyAdminsWrite_whenItsOwnerDoes_thenRefused() {
        try (App own = App.fresh().createOn(app.server())) {
            UserProfile.of(own).displayName(List.of("admin", "user"), List.of("admin"), Map.of());
            Tokens tokens = own.api().signedUp(ada);
            own.api().me(tokens.access()).body("displayName", nullValue());

            own.api()
                    .patchMe(tokens.access(), Map.of("display_name", "The boss"))
                    .statusCode(400)
                    .body("errors[0].field", equalTo("display_name"));

            own.platform()
                    .as(Method.PATCH, "/end-users/" + tokens.userId(), Map.of("display_name", "Ada"))
                    .statusCode(200);
            own.api().me(tokens.access()).body("displayName", equalTo("Ada"));
        }
    }

    @Test
    void givenADisplayNameThatOnlyAdminsSee_whenItsOwnerReads_thenNothing() {
        try (App own = App.fresh().createOn(app.server())) {
            Tokens tokens = own.api().signedUp(ada);
            UserProfile.of(own).displayName(List.of("admin"), List.of("admin"), Map.of());

            own.api().me(tokens.access()).statusCode(200).body("displayName", nullValue());
        }
    }

    @Test
    void givenAValidationOfTheDisplayName_whenItsOwnerBreaksIt_thenRefused() {
        try (App own = App.fresh().createOn(app.server())) {
            UserProfile.of(own)
                    .displayName(
                            List.of("admin", "user"), List.of("admin", "user"), Map.of("length", Map.of("max", 12)));
            own.api().signup(ada.withDisplayName("Longer than twelve")).statusCode(400);
            Tokens tokens = own.api().signedUp(ada);

            own.api()
                    .patchMe(tokens.access(), Map.of("display_name", "Longer than twelve"))
                    .statusCode(400);
            own.api().me(tokens.access()).body("displayName", equalTo("Ada Lovelace"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "admin,user"})
    void givenAnAttributeThatTheRealmRequires_whenSigningUp_thenTheRefusalNamesIt(String of) {
        try (App own = App.fresh().createOn(app.server())) {
            UserProfile.of(own).require("department", of.split(","));

            own.api()
                    .signup(ada)
                    .statusCode(400)
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].field", equalTo("department"))
                    .body("errors[0].reason", containsString("required by the realm's user profile"));
            assertThat(own.realm().list("/users")).isEmpty();
        }
    }

    @Test
    void givenEmailsAsUsernames_whenSigningInByTheUnverifiedOne_thenTokens() {
        try (App own =
                App.fresh().withRealm("registrationEmailAsUsername", true).createOn(app.server())) {
            own.api().signup(ada.withUsername(ada.email())).statusCode(200);

            own.api().signin(ada.email(), ada.password()).statusCode(200);
        }
    }
}
