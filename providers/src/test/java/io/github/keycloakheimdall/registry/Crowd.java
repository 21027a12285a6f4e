/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.server.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Many users of an app, written into the database as it is quickest: with a password, a role, an attribute and a
 * contact each.
 */
public final class Crowd {

    private static final String[] ROWS = {
        "insert into user_entity (id, realm_id, username, email, email_constraint, enabled, email_verified,"
                + " created_timestamp, not_before) select gen_random_uuid(), $realm, 'many-' || i, 'many-' || i ||"
                + " '@example.com', gen_random_uuid(), true, true, 1, 0 from generate_series(1, $number) i",
        "insert into user_role_mapping (user_id, role_id) select account.id, role.id from user_entity account"
                + " join keycloak_role role on role.realm_id = account.realm_id and role.name = 'member'"
                + " and not role.client_role where account.realm_id = $realm and account.username like 'many-%'",
        "insert into user_attribute (id, name, value, user_id) select gen_random_uuid(), 'displayName', username, id"
                + " from user_entity where realm_id = $realm and username like 'many-%'",
        "insert into credential (id, type, user_id, created_date, secret_data, credential_data, priority)"
                + " select gen_random_uuid(), 'password', id, 1, '{}', '{}', 10 from user_entity"
                + " where realm_id = $realm and username like 'many-%'",
        "insert into heimdall_contact (id, realm_id, user_id, type, contact_value, created_at)"
                + " select gen_random_uuid(), realm_id, id, 'email', email, 1 from user_entity"
                + " where realm_id = $realm and username like 'many-%'",
    };

    private final PostgresDatabase database;
    private final String realmId;

    /** @param realmId of the app that they are in */
    public Crowd(PostgresDatabase database, String realmId) {
        this.database = database;
        this.realmId = realmId;
    }

    /** Lets so many in. */
    public void enter(int number) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String rows : ROWS) {
                statement.execute(rows.replace("$realm", "'" + realmId + "'").replace("$number", "" + number));
            }
            statement.execute("analyze");
        }
    }

    /** How many users the app has by now. */
    public long size() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from user_entity where realm_id = ?")) {
            query.setString(1, realmId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
