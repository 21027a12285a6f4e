/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server and a PostgreSQL of a test class's own, for tests that break one of them or need other options. Started
 * before the class's first test and stopped after its last.
 */
public final class OwnServer implements BeforeAllCallback, AfterAllCallback {

    private final String name;
    private final Consumer<KeycloakServerBuilder> settings;
    private ServerOnPostgres running;

    private OwnServer(String name, Consumer<KeycloakServerBuilder> settings) {
        this.name = name;
        this.settings = settings;
    }

    /** A server whose folder has that name. */
    public static OwnServer named(String name) {
        return new OwnServer(name, builder -> {});
    }

    /** A server whose folder has that name, and what else the builder is told. */
    public static OwnServer named(String name, Consumer<KeycloakServerBuilder> settings) {
        return new OwnServer(name, settings);
    }

    public KeycloakServer server() {
        return running.server();
    }

    public PostgresDatabase database() {
        return running.database();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = ServerOnPostgres.prepare(name, settings.andThen(KeycloakServerBuilder::shortLived))
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.close();
    }
}
