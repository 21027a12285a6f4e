/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.File;
import java.net.URI;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** The official image with the extension's JAR. Needs Docker; the project's own CI has none and does not run it. */
final class ContainerKeycloak implements RunningKeycloak {

    private static final String DATABASE_HOST = "database";
    private static final String DATABASE_LOGIN = "keycloak";

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> database;
    private final KeycloakContainer keycloak;

    private ContainerKeycloak(boolean onPostgres) {
        File jar = TestSettings.jar().toFile();
        keycloak = new KeycloakContainer("quay.io/keycloak/keycloak:" + TestSettings.keycloakVersion())
                .withProviderLibsFrom(List.of(jar))
                .withRamPercentage(20, 50)
                .withNetwork(network);
        database = onPostgres ? postgres() : null;
    }

    /**
     * Starts the image, and beside it PostgreSQL if that is wanted, and waits until it is ready.
     *
     * @throws RuntimeException if there is no Docker, or the server does not get ready
     */
    static ContainerKeycloak start(boolean onPostgres) {
        ContainerKeycloak server = new ContainerKeycloak(onPostgres);
        try {
            if (onPostgres) {
                server.database.start();
            }
            server.keycloak.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public URI baseUri() {
        return URI.create(keycloak.getAuthServerUrl().replaceFirst("/+$", ""));
    }

    @Override
    public void close() {
        keycloak.close();
        if (database != null) {
            database.close();
        }
        network.close();
    }

    private GenericContainer<?> postgres() {
        keycloak.withProductionMode()
                .withEnv("KC_HTTP_ENABLED", "true")
                .withEnv("KC_HOSTNAME_STRICT", "false")
                .withEnv("KC_CACHE", "local")
                .withEnv("KC_DB", "postgres")
                .withEnv("KC_DB_URL_HOST", DATABASE_HOST)
                .withEnv("KC_DB_USERNAME", DATABASE_LOGIN)
                .withEnv("KC_DB_PASSWORD", DATABASE_LOGIN);
        return new GenericContainer<>("postgres:16")
                .withNetwork(network)
                .withNetworkAliases(DATABASE_HOST)
                .withEnv("POSTGRES_USER", DATABASE_LOGIN)
                .withEnv("POSTGRES_PASSWORD", DATABASE_LOGIN)
                // The image starts the server twice; only the second one stays.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
    }
}
