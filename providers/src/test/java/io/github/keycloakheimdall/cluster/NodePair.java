/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.PostgresDatabase;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Two nodes on one PostgreSQL, which all test classes of the run share. They are started for the first class that has
 * this extension, and stopped after the last test of the run.
 */
public final class NodePair implements BeforeAllCallback {

    private static final URI PUBLIC = URI.create("https://login.example.com");
    private static final Namespace NAMESPACE = Namespace.create(NodePair.class);

    private Running running;

    /** What both are on. */
    public PostgresDatabase database() {
        return running.database;
    }

    /** The one that was started first. */
    public KeycloakServer first() {
        return running.first;
    }

    /** The other one. */
    public KeycloakServer second() {
        return running.second;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> start(), Running.class);
    }

    private static Running start() {
        PostgresDatabase database = PostgresDatabase.start();
        KeycloakServer first = node("node-1", database);
        first.start();
        KeycloakServer second = node("node-2", database);
        second.start();
        return new Running(database, first, second);
    }

    private static KeycloakServer node(String name, PostgresDatabase database) {
        return KeycloakServer.builder()
                .name(name)
                .database(database)
                .cluster(PUBLIC)
                .shortLived()
                .build();
    }

    private record Running(PostgresDatabase database, KeycloakServer first, KeycloakServer second)
            implements AutoCloseable {

        @Override
        public void close() {
            second.close();
            first.close();
            database.close();
        }
    }
}
