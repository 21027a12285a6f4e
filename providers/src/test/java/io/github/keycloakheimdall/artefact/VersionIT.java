/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Where an operator finds the version of the JAR that runs. */
@LooksIntoTheServer
class VersionIT {

    private static final String VERSION = System.getProperty("heimdall.version");

    @Test
    void givenTheJar_whenReadingItsManifest_thenTheVersion() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("heimdall.jar"))) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isEqualTo(VERSION);
        }
    }

    @Test
    void givenARunningServer_whenAnAdminLooksAtItsProviders_thenTheVersion(ServerOnPostgres running) {
        String shown = KeycloakAdmin.of(running.server())
                .succeed(Method.GET, "/admin/serverinfo", null)
                .jsonPath()
                .getString("providers.realm-restapi-extension.providers.v1.operationalInfo.version");

        assertThat(shown).isEqualTo(VERSION);
    }

    @Test
    void givenARunningServer_whenReadingItsLog_thenOneLineForEachStartTellsTheVersion(ServerOnPostgres running)
            throws IOException {
        assertThat(Files.readAllLines(running.server().logFile()))
                .filteredOn(line -> line.contains("keycloak-heimdall " + VERSION + " on Keycloak "))
                .hasSize(1);
    }
}
