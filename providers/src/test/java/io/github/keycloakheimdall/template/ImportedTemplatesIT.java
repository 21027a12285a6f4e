/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.KeycloakServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The realm templates, as an operator imports them: into a stopped server, and when one starts. */
@DisabledIfSystemProperty(
        named = "heimdall.test.db",
        matches = "postgres",
        disabledReason = "An import does the same on each database; one server of its own is enough")
class ImportedTemplatesIT {

    @TempDir
    static Path forTheStart;

    @TempDir
    static Path forTheImport;

    private static KeycloakServer server;

    @BeforeAll
    static void importAll() throws IOException {
        KeycloakServerBuilder builder = KeycloakServer.builder().name("templates");
        for (Template template : Template.values()) {
            builder.importRealm(write(template, atStart(template), forTheStart));
            write(template, offline(template), forTheImport);
        }
        server = builder.build();
        server.importOffline(forTheImport);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void givenATemplate_whenTheServerStartedWithIt_thenTheAppWorks(Template template) {
        template.works(server, atStart(template));
    }

    @ParameterizedTest
    @EnumSource
    void givenATemplate_whenItWasImportedWhileTheServerWasStopped_thenTheAppWorks(Template template) {
        template.works(server, offline(template));
    }

    private static String atStart(Template template) {
        return "start-" + template.ordinal();
    }

    private static String offline(Template template) {
        return "offline-" + template.ordinal();
    }

    private static Path write(Template template, String realm, Path folder) throws IOException {
        Path file = folder.resolve(realm + "-realm.json");
        Files.writeString(file, new ObjectMapper().writeValueAsString(template.named(realm)));
        return file;
    }
}
