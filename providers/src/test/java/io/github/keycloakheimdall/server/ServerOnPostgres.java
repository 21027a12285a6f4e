/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.util.function.Consumer;

/** A server in production mode, and a PostgreSQL that nobody else uses. */
public record ServerOnPostgres(KeycloakServer server, PostgresDatabase database) implements AutoCloseable {

    /**
     * Starts the PostgreSQL, and prepares the server.
     *
     * @param name of the server's folder
     * @param settings what else the server is to be like
     * @throws RuntimeException if either fails; nothing is left running
     */
    public static ServerOnPostgres prepare(String name, Consumer<KeycloakServerBuilder> settings) {
        PostgresDatabase database = PostgresDatabase.start();
        try {
            KeycloakServerBuilder builder = KeycloakServer.builder().name(name).database(database);
            settings.accept(builder);
            return new ServerOnPostgres(builder.build(), database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Starts the server.
     *
     * @return this
     * @throws IllegalStateException if it does not start; nothing is left running
     */
    public ServerOnPostgres start() {
        try {
            server.start();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
