/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files for Docker repeat of other files. */
class DockerFilesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theImageIsOfTheKeycloakThatTheJarIsBuiltAgainst() throws IOException {
        assertThat(found("Dockerfile", "ARG KEYCLOAK_VERSION=(\\S+)"))
                .isEqualTo(found("pom.xml", "<keycloak.api.version>([^<]+)<"));
    }

    @Test
    void theRealmOfComposeIsTheTemplateWithANameAndMail() throws IOException {
        ObjectNode realm = (ObjectNode) json("docker/acme-realm.json");

        assertThat(realm.remove("displayName").asText()).isEqualTo("Acme");
        assertThat(realm.remove("smtpServer").path("host").asText()).isEqualTo("mail");
        assertThat(((ObjectNode) realm.get("attributes"))
                        .remove("heimdall.notifications_enabled")
                        .asText())
                .isEqualTo("true");
        ObjectNode template = (ObjectNode) json("realm-templates/acme.json");
        // The extension makes the roles.
        template.remove("roles");
        assertThat(realm).isEqualTo(template);
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
