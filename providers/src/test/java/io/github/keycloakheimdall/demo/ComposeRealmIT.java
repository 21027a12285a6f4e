/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.demo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The realm that {@code docker compose up} imports. */
@OnOneDatabase
class ComposeRealmIT {

    @RegisterExtension
    static final App server = App.fresh();

    private static String slug;
    private static RealmAdmin realm;

    @BeforeAll
    static void importIt() throws IOException {
        slug = server.slug() + "-compose";
        String file = Files.readString(Path.of("../docker/acme-realm.json"))
                .replace("\"realm\": \"acme\"", "\"realm\": \"" + slug + '"')
                .replace("default-roles-acme", "default-roles-" + slug);
        realm = server.admin().createRealm(slug, new ObjectMapper().readValue(file, Map.class));
    }

    @AfterAll
    static void delete() {
        realm.delete();
    }

    @Test
    void givenTheRealm_whenAnAdminLooks_thenItsUsersAndTheirRolesAreThereAndNothingIsAmiss() {
        Platform platform = new Platform(server.server(), server.admin(), slug);

        platform.as(Method.GET, "/end-users", null)
                .statusCode(200)
                .body("data.username", contains("alan", "edith", "grace", "tim"))
                .body("data.role", contains("admin", "member", "owner", "member"))
                .body("data.status", contains("active", "active", "active", "suspended"));
        platform.as(Method.GET, "/health", null).statusCode(200).body("data.size()", equalTo(0));
    }

    @Test
    void givenTheRealm_whenAStrangerSignsUp_thenTheyMay() {
        HeimdallApi.of(server.server().baseUri(), slug).signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenTheRealm_whenAUserSignsIn_thenTheyAreWhoTheFileSays() {
        HeimdallApi api = HeimdallApi.of(server.server().baseUri(), slug);

        Tokens tokens = Tokens.of(
                api.signin(new TestUser("grace@example.com", "grace", "CorrectHorseBatteryStaple", "Grace Hopper")));

        api.me(tokens.access())
                .statusCode(200)
                .body("displayName", equalTo("Grace Hopper"))
                .body("role", equalTo("owner"));
    }
}
