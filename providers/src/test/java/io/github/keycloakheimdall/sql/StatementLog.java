/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.PostgresDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the run's PostgreSQL is asked, transaction control included. It logs that while the class's tests run. */
final class StatementLog implements BeforeAllCallback, AfterAllCallback {

    /** Background work can add to what one request causes, never take away, so the quietest of these counts. */
    private static final int REQUESTS = 7;

    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(execute [^:]*|statement): ");

    /** How later lines of Keycloak let a transaction of sessions be durable a moment after its commit. */
    private static final String LAX = "synchronous_commit TO OFF";

    private PostgresDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        database = KeycloakExtension.onPostgres(context).database();
        database.logStatements(true);
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        database.logStatements(false);
    }

    /** The statements that one such request causes, but for what only says how durable they are. */
    List<String> of(Runnable request) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> during(request))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> during(Runnable request) {
        try (RandomAccessFile log = new RandomAccessFile(database.logFile().toFile(), "r")) {
            long start = log.length();
            request.run();
            byte[] added = new byte[Math.toIntExact(log.length() - start)];
            log.seek(start);
            log.readFully(added);
            return new String(added, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> STATEMENT.matcher(line).find() && !line.contains(LAX))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
