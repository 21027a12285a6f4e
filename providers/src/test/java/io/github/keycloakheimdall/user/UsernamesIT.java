/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The username of an account that someone makes for somebody else, by its email. */
@OnOneDatabase
class UsernamesIT {

    @RegisterExtension
    static final App app = App.fresh();

    private enum Maker {
        ADMIN,
        INVITE,
        TENANT
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void givenAPlainLocalPart_whenTheAccountIsMade_thenItIsTheName(Maker maker) {
        String local = TestUser.named("new.name_").username();

        assertThat(make(maker, local.toUpperCase() + "@example.com", null)).isEqualTo(local);
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void givenATakenLocalPart_whenTheAccountIsMade_thenASuffixTellsThemApart(Maker maker) {
        TestUser sales = TestUser.named("sales");
        app.api().signedUp(sales);

        assertThat(make(maker, sales.username() + "@another.example", null)).matches(sales.username() + "[0-9]{6}");
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void givenAShortLocalPart_whenTheAccountIsMade_thenItIsMadeLonger(Maker maker) {
        String domain = TestUser.named("short").username() + ".example";

        assertThat(make(maker, "x@" + domain, null)).matches("x[0-9]{6}");
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void givenCharactersThatAUsernameMayNotHave_whenTheAccountIsMade_thenTheyAreLeftOut(Maker maker) {
        String rest = TestUser.named("arc").username();

        assertThat(make(maker, "d'" + rest + "@example.com", null)).isEqualTo("d" + rest);
    }

    @ParameterizedTest
    @EnumSource(Maker.class)
    void givenAUsername_whenTheAccountIsMade_thenItIsNotAltered(Maker maker) {
        String wanted = TestUser.named("my.own_").username();

        assertThat(make(maker, TestUser.named("mail").email(), wanted)).isEqualTo(wanted);
    }

    @Test
    void givenARealmWhoseNamesAreEmails_whenAccountsAreMade_thenTheirNamesAre() {
        try (App own = App.fresh().withRealm("registrationEmailAsUsername", true)) {
            own.createOn(app.server());
            for (Maker maker : Maker.values()) {
                String email = TestUser.named("named").email();

                assertThat(make(own, maker, email, null)).isEqualTo(email);
            }
        }
    }

    private static String make(Maker maker, String email, String username) {
        return make(app, maker, email, username);
    }

    /** Makes the account and gives back its username. */
    private static String make(App in, Maker maker, String email, String username) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("email", email));
        if (username != null && maker != Maker.INVITE) {
            body.put("username", username);
        }
        String id =
                switch (maker) {
                    case ADMIN ->
                        in.api()
                                .as(owner(in), Method.POST, "/admin/users", body)
                                .statusCode(201)
                                .extract()
                                .path("id");
                    case TENANT -> member(in, body);
                    case INVITE -> accepted(in, body, username);
                };
        return (String) in.realm()
                .call(Method.GET, "/users/" + id, null)
                .jsonPath()
                .getMap("$")
                .get("username");
    }

    /** The bearer of someone who may make accounts. */
    private static String owner(App in) {
        Tokens owner = in.api().signedUp(TestUser.named("owner"));
        in.realm().giveRole(owner.userId(), "owner");
        return owner.access();
    }

    private static String member(App in, Map<String, String> body) {
        String tenant = in.platform()
                .as(
                        Method.POST,
                        "/tenants",
                        Map.of("display_name", TestUser.named("tenant").username()))
                .statusCode(201)
                .extract()
                .path("id");
        body.put("role_name", "member");
        return in.platform()
                .as(Method.POST, "/tenants/" + tenant + "/members", body)
                .statusCode(201)
                .extract()
                .path("account_id");
    }

    private static String accepted(App in, Map<String, String> body, String username) {
        String code = in.platform()
                .as(Method.POST, "/end-users/invites", body)
                .statusCode(201)
                .extract()
                .path("code");
        Map<String, String> accept = new LinkedHashMap<>(Map.of("code", code, "password", "CorrectHorseBatteryStaple"));
        if (username != null) {
            accept.put("username", username);
        }
        return Tokens.of(in.api()
                        .request(Method.POST, "/auth/accept-invite", accept, Map.of())
                        .then())
                .userId();
    }
}
