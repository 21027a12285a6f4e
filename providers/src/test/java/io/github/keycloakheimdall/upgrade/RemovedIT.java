/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left when an operator takes the extension out as the page on it says. On a server of its own. */
@Tag("own-server")
class RemovedIT {

    private static final Path PAGE = Path.of("..", "docs", "removing.md");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final OwnServer own = OwnServer.named("removed");

    @Test
    void givenAnAppWithUsers_whenTheExtensionIsTakenOutByThePage_thenKeycloakGoesOnWithItsUsers() throws Exception {
        App app = App.fresh()
                .withRealm(Map.of("adminTheme", "heimdall", "emailTheme", "heimdall"))
                .createOn(own.server());
        TestUser ada = TestUser.ada();
        String userId = app.api().signedUp(ada).userId();
        // Keycloak's own profile asks for both where somebody signs in.
        app.realm().updateUser(userId, Map.of("firstName", "Ada", "lastName", "Lovelace"));
        app.platform().key("user.read");
        app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "North"))
                .statusCode(201);
        assertThat(ownTables()).contains("heimdall_contact", "heimdall_webhook");

        own.server().stop();
        runTheSqlOfThePage();
        own.server().removeExtension();
        long before = Files.size(own.server().logFile());
        own.server().start();

        assertThat(ownTables()).isEmpty();
        assertThat(app.realm().user(ada.username())).containsEntry("username", ada.username());
        RestAssured.get(own.server().baseUri() + "/" + app.slug() + "/v1/me")
                .then()
                .statusCode(404);
        RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ada.username())
                .formParam("password", ada.password())
                .post(own.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .body("access_token", notNullValue());
        assertThat(app.realm().call(Method.GET, "/components", null).statusCode())
                .isEqualTo(200);
        assertThat(logSince(before)).noneMatch(line -> line.contains("ERROR") || line.contains("heimdall"));
    }

    private static void runTheSqlOfThePage() throws IOException, SQLException {
        Matcher block = SQL.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        try (Connection connection = own.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : block.group(1).split(";\\s*\n")) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> ownTables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = own.database().connect();
                ResultSet tables = connection.getMetaData().getTables(null, null, "%heimdall%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_TYPE").equals("TABLE")) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private static List<String> logSince(long bytes) throws IOException {
        return Files.readString(own.server().logFile())
                .substring((int) bytes)
                .lines()
                .toList();
    }
}
