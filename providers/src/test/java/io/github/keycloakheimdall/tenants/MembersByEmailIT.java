/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom an email means that is to become a member, at both doors. */
class MembersByEmailIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static Backend codes;
    private static String key;

    private final TestUser ceo = TestUser.named("ceo");
    private String tenant;

    private enum Door {
        BACKEND,
        ADMIN
    }

    @BeforeAll
    static void makeKeys() {
        codes = Backend.forCodes(app);
        key = app.platform().key("auth.tenant.members.add", "auth.tenant.read");
    }

    @BeforeEach
    void makeTenant() {
        tenant = app.platform()
                .as(
                        Method.POST,
                        "/tenants",
                        Map.of("display_name", TestUser.named("tenant").username()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void givenAStrangerSignedUpWithTheAddress_whenAddingIt_thenAConflictAndNobodyIsAMember(Door door) {
        Tokens stranger = app.api().signedUp(ceo);

        add(door, ceo.email()).statusCode(409).body("code", equalTo("EMAIL_NOT_VERIFIED"));
        add(door, ceo.email().toUpperCase()).statusCode(409);

        app.platform().as(Method.GET, "/tenants/" + tenant + "/members", null).body("data", hasSize(0));
        app.api().as(stranger.access(), Method.GET, "/auth/me/tenants", null).body("data", hasSize(0));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void givenAVerifiedEmail_whenAddingIt_thenItsAccountIsAMember(Door door) {
        Tokens tokens = app.api().signedUp(ceo);
        codes.verify(Map.of("email", ceo.email()));

        add(door, ceo.email().toUpperCase())
                .statusCode(201)
                .body("created_account", equalTo(false))
                .body("account_id", equalTo(tokens.userId()));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void givenAVerifiedFurtherContact_whenAddingIt_thenItsAccountIsAMemberAndNoneIsMade(Door door) {
        Tokens tokens = app.api().signedUp(ceo);
        String second = TestUser.named("second").email();
        app.api().addContact(tokens.access(), "email", second).statusCode(201);
        codes.verify(Map.of("email", second));

        add(door, second)
                .statusCode(201)
                .body("created_account", equalTo(false))
                .body("account_id", equalTo(tokens.userId()));

        assertThat(app.realm().list("/users?email=" + second)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void givenAnUnverifiedFurtherContact_whenAddingIt_thenAnAccountIsMade(Door door) {
        Tokens stranger = app.api().signedUp(TestUser.named("mallory"));
        app.api().addContact(stranger.access(), "email", ceo.email()).statusCode(201);

        add(door, ceo.email())
                .statusCode(201)
                .body("created_account", equalTo(true))
                .body("account_id", not(equalTo(stranger.userId())));
    }

    @Test
    void givenAnAccountThatWasMadeForAMember_whenAddedElsewhere_thenTheSameAccountUntilSomeoneIsInIt() {
        String made = add(Door.ADMIN, ceo.email()).statusCode(201).extract().path("account_id");
        makeTenant();
        add(Door.BACKEND, ceo.email())
                .statusCode(201)
                .body("created_account", equalTo(false))
                .body("account_id", equalTo(made));

        app.realm()
                .call(
                        Method.PUT,
                        "/users/" + made + "/reset-password",
                        Map.of("type", "password", "value", "SomeHorseBattery", "temporary", false));

        makeTenant();
        add(Door.BACKEND, ceo.email()).statusCode(409).body("code", equalTo("EMAIL_NOT_VERIFIED"));
    }

    @Test
    void givenAnAccountThatWasMadeForAMember_whenAStrangerSignsUpWithItsEmail_thenOnlyProofOpensIt() {
        String made = add(Door.ADMIN, ceo.email()).statusCode(201).extract().path("account_id");

        app.api().signup(ceo).statusCode(409);
        Tokens stranger = app.api().signedUp(TestUser.named("mallory"));
        app.api().addContact(stranger.access(), "email", ceo.email()).statusCode(201);
        codes.requestPasswordReset(Map.of("email", ceo.email())).body("code", equalTo(null));

        codes.verify(Map.of("email", ceo.email()));
        String code = codes.requestPasswordReset(Map.of("email", ceo.email()))
                .extract()
                .path("code");
        app.api().resetPassword(code, ceo.password()).statusCode(204);
        Tokens owner = Tokens.of(app.api().signin(ceo.email(), ceo.password()));
        assertThat(owner.userId()).isEqualTo(made);
        app.api().contacts(stranger.access()).body("data", hasSize(1));
        app.api().as(owner.access(), Method.GET, "/auth/me/tenants", null).body("data", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void givenWhatIsNoEmail_whenAdding_thenBadRequest(Door door) {
        for (String bad :
                new String[] {"", "@", "ceo", "ceo\\u0000@example.com", "ceo@exa\\nmple.com", "\\ud800@x.example"}) {
            call(door, "{\"email\":\"" + bad + "\",\"role_name\":\"owner\"}").statusCode(400);
        }
    }

    private ValidatableResponse add(Door door, String email) {
        return call(door, Map.of("email", email, "role_name", "owner"));
    }

    private ValidatableResponse call(Door door, Object body) {
        String path = "/tenants/" + tenant + "/members";
        return door == Door.ADMIN
                ? app.platform().as(Method.POST, path, body)
                : app.api().as(key, Method.POST, path, body);
    }
}
