/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.directory.Directory;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in by a provider in a realm whose users are in a directory. */
@OnOneDatabase
@ExtendWith(KeycloakExtension.class)
class FederatedDirectoryIT {

    private static final String ALIAS = "example";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    private final Person person = Person.fresh().saying("given_name", "Ada", "family_name", "Lovelace");

    @Test
    void givenADirectoryThatTakesNewcomers_whenSomeoneNewSignsIn_thenTheyAreInItAndInTheApp(RunningKeycloak server) {
        try (App app = app(server);
                Directory directory = Directory.writable().syncingRegistrations()) {
            directory.join(app);

            Tokens tokens = tokens(app, person);
            String name = person.email().split("@")[0];
            assertThat(directory.read(name, "mail")).isEqualTo(person.email());
            assertThat(directory.read(name, "sn")).isEqualTo("Lovelace");
            app.api().me(tokens.access()).statusCode(200).body("displayName", equalTo("Ada Lovelace"));
            assertThat(tokens(app, person).userId()).isEqualTo(tokens.userId());
        }
    }

    @ParameterizedTest
    @CsvSource({"READ_ONLY, true", "READ_ONLY, false", "WRITABLE, true", "UNSYNCED, true"})
    void givenSomeoneOfADirectory_whenLinkedByTheirEmail_thenTheyGetIn(
            String mode, boolean imports, RunningKeycloak server) {
        try (App app = app(server);
                Directory directory = Directory.of(mode).trustingEmails()) {
            directory.with("importEnabled", Boolean.toString(imports)).join(app);
            String uid = "u" + UUID.randomUUID().toString().substring(0, 8);
            directory.add(uid);
            Person theirs = person.saying("email", Directory.email(uid));
            assertThat(new Tab(app.api(), ALIAS).refusal(provider, theirs)).isEqualTo("link_required");
            app.set("heimdall.oauth_link_policy", "auto");

            Tokens tokens = tokens(app, theirs);
            app.api().me(tokens.access()).statusCode(200).body("username", equalTo(uid));
            assertThat(tokens(app, theirs).userId()).isEqualTo(tokens.userId());
            app.api()
                    .as(tokens.access(), Method.DELETE, "/me/identities/" + ALIAS, null)
                    .statusCode(204);
        }
    }

    private static App app(RunningKeycloak server) {
        App app = App.fresh()
                .with("heimdall.allowed_redirect_origins", "https://app.example.com")
                .createOn(server);
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        return app;
    }

    private static Tokens tokens(App app, Person who) {
        String code = new Tab(app.api(), ALIAS).code(provider, who);
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }
}
