/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL on a free port, empty at the start and gone when closed. Runs as any user, without Docker. */
public final class PostgresDatabase implements AutoCloseable {

    private static final String ROLE = "postgres";
    private static final Duration RELOADS_WITHIN = Duration.ofSeconds(10);

    private final EmbeddedPostgres.Builder builder;
    private final Path data;
    private final Path log;
    private EmbeddedPostgres postgres;

    private PostgresDatabase(EmbeddedPostgres.Builder builder, Path data, Path log) throws IOException {
        this.builder = builder;
        this.data = data;
        this.log = log;
        this.postgres = builder.start();
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @throws UncheckedIOException if it cannot be unpacked or does not start
     */
    public static PostgresDatabase start() {
        try {
            Path servers = Files.createDirectories(TestSettings.servers()).toAbsolutePath();
            Path log = servers.resolve("postgresql.log");
            Path data = Files.createTempDirectory(servers, "postgresql-");
            Redirect output = Redirect.appendTo(log.toFile());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(FreePorts.next())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    // The library trades durability for speed, and what survives a crash is among the tests.
                    .setServerConfig("synchronous_commit", "on");
            return new PostgresDatabase(builder, data, log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL", e);
        }
    }

    /** A connection of that user. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), ROLE, ROLE);
    }

    /** From when it returns, writes the statements of every session to its log, or no longer does. */
    public void logStatements(boolean on) throws SQLException {
        String wanted = on ? "all" : "none";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + wanted + "'");
            statement.execute("select pg_reload_conf()");
        }
        // A new session has the value that the others have been told of before it began.
        await().atMost(RELOADS_WITHIN).until(() -> setting("log_statement").equals(wanted));
    }

    /** How many sessions wait for a lock, with a statement that is like the pattern in lower case. */
    public long waiting(String pattern) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and lower(query) like ?")) {
            statement.setString(1, pattern);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String setting(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Where its output goes, shared with those that ran before. */
    public Path logFile() {
        return log;
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

    /** Ends it under its clients, as an operator's restart does; the data stays. */
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop PostgreSQL", e);
        }
    }

    /** Starts it with the same port and data, once it was stopped. */
    public void startAgain() {
        try {
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL again", e);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Distribution.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + data, e);
        }
    }
}
