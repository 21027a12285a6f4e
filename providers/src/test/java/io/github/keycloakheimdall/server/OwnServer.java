/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server and a PostgreSQL of a test class's own, for tests that break one of them or look into it. Started before the
 * class's first test and stopped after its last.
 */
public final class OwnServer implements BeforeAllCallback, AfterAllCallback {

    private final String name;
    private boolean logsStatements;
    private PostgresDatabase database;
    private KeycloakServer server;

    private OwnServer(String name) {
        this.name = name;
    }

    /** A server whose folder has that name. */
    public static OwnServer named(String name) {
        return new OwnServer(name);
    }

    /** Has the PostgreSQL write every statement that it is given to its log. */
    public OwnServer loggingStatements() {
        logsStatements = true;
        return this;
    }

    public KeycloakServer server() {
        return server;
    }

    public PostgresDatabase database() {
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database = logsStatements ? PostgresDatabase.startLoggingStatements() : PostgresDatabase.start();
        server = KeycloakServer.builder().name(name).database(database).build();
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
        database.close();
    }
}
