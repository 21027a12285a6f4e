/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The realm templates, as an operator imports them: into a stopped server, and when one starts. On a server of its own.
 */
@Tag("own-server")
class ImportedTemplatesIT {

    @TempDir
    static Path forTheStart;

    @TempDir
    static Path forTheImport;

    private static ServerOnPostgres own;

    @BeforeAll
    static void importAll() throws IOException {
        List<Path> realms = new ArrayList<>();
        for (Template template : Template.values()) {
            realms.add(write(template, atStart(template), forTheStart));
            write(template, offline(template), forTheImport);
        }
        own = ServerOnPostgres.prepare("templates", server -> realms.forEach(server.shortLived()::importRealm));
        own.server().importOffline(forTheImport);
        own.start();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @ParameterizedTest
    @EnumSource
    void givenATemplate_whenTheServerStartedWithIt_thenTheAppWorks(Template template) {
        template.works(own.server(), atStart(template));
    }

    @ParameterizedTest
    @EnumSource
    void givenATemplate_whenItWasImportedWhileTheServerWasStopped_thenTheAppWorks(Template template) {
        template.works(own.server(), offline(template));
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
