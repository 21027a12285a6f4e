/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL on a free port, empty at the start and gone when closed. Runs as any user, without Docker. */
public final class PostgresDatabase implements AutoCloseable {

    private static final String ROLE = "postgres";

    private final EmbeddedPostgres postgres;

    private PostgresDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @throws UncheckedIOException if it cannot be unpacked or does not start
     */
    public static PostgresDatabase start() {
        try {
            Path log = Files.createDirectories(TestSettings.servers()).resolve("postgresql.log");
            Redirect output = Redirect.appendTo(log.toFile());
            return new PostgresDatabase(EmbeddedPostgres.builder()
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    // The library trades durability for speed, and what survives a crash is among the tests.
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL", e);
        }
    }

    /** Where to connect to, with neither user nor password in it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + ROLE;
    }

    /** A user who may do everything. */
    public String username() {
        return ROLE;
    }

    /** That user's password. */
    public String password() {
        return ROLE;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL", e);
        }
    }
}
