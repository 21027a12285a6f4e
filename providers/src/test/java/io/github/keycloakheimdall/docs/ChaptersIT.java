/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.ReceivedMail;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chapters with commands, pasted block after block. */
final class ChaptersIT {

    private static final String OK = "HTTP/1.1 20";
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenBrowserApps_whenPasted_thenTheOriginIsIn() throws IOException {
        try (DocumentedCommands page = page("browser-apps")) {
            assertThat(page.next()).contains(OK);
            assertThat(page.next()).containsIgnoringCase("access-control-allow-origin: http://localhost:5173");
            assertThat(page.hasNext()).isFalse();
        }
    }

    @Test
    void givenMail_whenPasted_thenCodesAreMailedWithTheAppsWordsLogoAndColourAndAreFactors() throws IOException {
        String port = MailServer.smtp().get("port");
        TestUser hedy = TestUser.named("hedy");
        try (DocumentedCommands page =
                page("mail").replacing("\"1025\"", '"' + port + '"').replacing("hedy@example.com", hedy.email())) {
            assertThat(page.next()).contains(OK).contains("\"web_origin\":\"https://app.example.com\"");
            assertThat(page.next()).contains("access_token");
            page.replacing(
                    "read -r code", "code=" + MailServer.first(hedy.email()).code());
            assertThat(page.next()).isEmpty();
            assertThat(page.next()).contains(OK);
            assertThat(page.next()).isEmpty();
            assertThat(page.next()).contains("expires_at");
            ReceivedMail reset = MailServer.nth(hedy.email(), 3);
            assertThat(reset.text()).contains("https://app.example.com/reset-password?code=" + reset.code());
            assertThat(reset.html()).contains("#1d4ed8").doesNotContain("<img");
            page.replacing("read -r reset", "reset=" + reset.code());
            assertThat(page.next()).isEmpty();
            assertThat(page.next()).contains(OK);
            app.api()
                    .signin(hedy.withUsername("hedy").withPassword("AnotherHorseBatteryStaple"))
                    .statusCode(200);

            assertThat(page.next()).contains(OK);
            assertThat(page.next()).contains(OK);
            assertThat(page.next()).contains(OK);
            assertThat(page.hasNext()).isFalse();
        }

        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        app.api()
                .as(tokens.access(), Method.POST, "/me/mfa/factors", Map.of("type", "email"))
                .statusCode(201);
        assertThat(MailServer.first(ada.email()).html())
                .contains("One more step")
                .contains("background:#0f766e")
                .contains("<img src=\"https://app.example.com/logo.png\"");
    }

    @Test
    void givenBackends_whenPasted_thenTheServerSaysWhoMayReadInvoices() throws IOException {
        try (DocumentedCommands page = page("backends")) {
            assertThat(page.next()).contains("\"resource\":\"invoice\"", "\"name\":\"accountant\"");
            assertThat(page.next()).endsWith("{\"authorized\":true}");
            assertThat(page.hasNext()).isFalse();
        }
    }

    @Test
    void givenRotatingKeys_whenPasted_thenTheJwksListsTwoAndThenOne() throws IOException {
        app.api().signedUp(TestUser.ada());
        try (DocumentedCommands page = page("rotating-keys")) {
            assertThat(kids(page.next())).hasSize(2);
            assertThat(kids(page.next())).hasSize(1);
            assertThat(page.hasNext()).isFalse();
        }
    }

    @Test
    void givenARealmWithUsers_whenOptedInAsWritten_thenItIsAnAppThatStaysClosed() throws IOException {
        App shop = App.fresh().with("heimdall.enabled", "false").createOn(app.server());
        try (shop;
                DocumentedCommands page =
                        DocumentedCommands.of("docs/realms.md").at(app.server(), "shop", shop.slug())) {
            shop.realm().call(Method.POST, "/users", Map.of("username", "bob", "enabled", true));

            assertThat(page.next()).contains(OK).contains("\"data\":[");

            shop.api().signup(TestUser.ada()).statusCode(403);
        }
    }

    /** The tools are not there; Keycloak takes what they send it. */
    @ParameterizedTest
    @CsvSource({"terraform, ''", "kubernetes, /spec/realm"})
    void givenTheFileOfATool_whenARealmIsMadeOfIt_thenStrangersSignUpToTheApp(String page, String place)
            throws IOException {
        ObjectNode file = (ObjectNode) realmOf(Files.readString(Path.of("..", "docs", page + ".md")), place);
        String slug = page + '-' + app.slug();
        // A tool sends roles when the realm is there, as permissions are roles of a client that the app makes.
        file.remove("roles");

        RealmAdmin realm = app.admin().createRealm(slug, file.put("realm", slug));
        try {
            HeimdallApi.of(app.server().baseUri(), slug).signup(TestUser.ada()).statusCode(200);
        } finally {
            realm.delete();
        }
    }

    private static JsonNode realmOf(String page, String place) throws IOException {
        for (MatchResult block : YAML.matcher(page).results().toList()) {
            JsonNode file = Yaml.mapper().readTree(block.group(1)).at(place);
            if (file.has("realm")) {
                return file;
            }
        }
        throw new AssertionError("no realm on the page");
    }

    private static DocumentedCommands page(String name) throws IOException {
        return DocumentedCommands.of("docs/" + name + ".md").at(app.server(), "acme", app.slug());
    }

    private static List<String> kids(String printed) {
        return JsonPath.from(printed.substring(printed.lastIndexOf('['))).getList("$");
    }
}
