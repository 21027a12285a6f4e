/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files for Docker repeat of other files. */
class DockerFilesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void imagesAreOfTheNewestPatchThatWasMeasured() throws IOException {
        String line = found("pom.xml", "<keycloak.api.version>(\\d+\\.\\d+)\\.");
        String newest = found("pom.xml", "<keycloak\\." + Pattern.quote(line) + "\\.version>([^<]+)<");

        assertThat(found("Dockerfile", "ARG KEYCLOAK_VERSION=(\\S+)")).isEqualTo(newest);
        assertThat(Pattern.compile("FROM quay.io/keycloak/keycloak:(\\S+)")
                        .matcher(Files.readString(ROOT.resolve("docs/operating.md")))
                        .results()
                        .map(image -> image.group(1)))
                .isNotEmpty()
                .containsOnly(newest);
    }

    @Test
    void theRealmOfComposeIsTheTemplateWithANameMailAndUsers() throws IOException {
        ObjectNode realm = (ObjectNode) json("docker/acme-realm.json");

        assertThat(realm.remove("displayName").asText()).isEqualTo("Acme");
        assertThat(realm.remove("smtpServer").path("host").asText()).isEqualTo("mail");
        ObjectNode attributes = (ObjectNode) realm.get("attributes");
        // A realm with users that lets nobody register is closed to strangers unless it says otherwise.
        for (String on : List.of("heimdall.notifications_enabled", "heimdall.signup_enabled")) {
            assertThat(attributes.remove(on).asText()).as(on).isEqualTo("true");
        }
        assertThat(realm.remove("users")).isNotEmpty();
        assertThat(realm).isEqualTo(json("realm-templates/acme.json"));
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(ROOT.resolve(file).toFile());
    }

    private static String found(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve(file)));
        assertThat(matcher.find()).as("%s has %s", file, pattern).isTrue();
        return matcher.group(1);
    }
}
