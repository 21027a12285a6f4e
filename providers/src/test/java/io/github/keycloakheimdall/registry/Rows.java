/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.server.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all tables of a database hold, Keycloak's and ours. */
public final class Rows {

    /** Change by themselves: who is signed in as an admin, and which nodes there are. */
    private static final List<String> RESTLESS =
            List.of("offline_user_session", "offline_client_session", "jgroups_ping", "revoked_token");

    private final PostgresDatabase database;

    public Rows(PostgresDatabase database) {
        this.database = database;
    }

    /** How many each table has, but for those that change by themselves. */
    public Map<String, Long> counts() throws SQLException {
        return count("", RESTLESS);
    }

    /** The tables with a row in which any column has the text, and how many those are. */
    public Map<String, Long> naming(String text) throws SQLException {
        Map<String, Long> found = count(" where each::text like '%" + text + "%'", List.of());
        found.values().removeIf(number -> number == 0);
        return found;
    }

    private Map<String, Long> count(String which, List<String> passedOver) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                if (!passedOver.contains(table)) {
                    counts.put(table, number(statement, "select count(*) from " + table + " each" + which));
                }
            }
        }
        return counts;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
