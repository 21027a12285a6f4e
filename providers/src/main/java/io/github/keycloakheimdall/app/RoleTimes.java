/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.StoredTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.RoleModel;

/**
 * When a role or a permission was made and last changed; Keycloak keeps no such times, so attributes of the role do.
 */
public final class RoleTimes {

    private static final String CREATED_AT = "heimdall.created_at";
    private static final String UPDATED_AT = "heimdall.updated_at";

    private RoleTimes() {}

    /** Whether the role has its times. */
    static boolean known(RoleModel role) {
        return read(role, CREATED_AT).isPresent();
    }

    /** Notes that the role was made now, or was first seen now. */
    static void created(RoleModel role) {
        String now = now();
        role.setSingleAttribute(CREATED_AT, now);
        role.setSingleAttribute(UPDATED_AT, now);
    }

    /** Notes that the role was changed now. */
    public static void changed(RoleModel role) {
        role.setSingleAttribute(UPDATED_AT, now());
    }

    /** When it was made, or first seen by this API; the epoch where that is not known yet. */
    public static Instant createdAt(RoleModel role) {
        return read(role, CREATED_AT).orElse(Instant.EPOCH);
    }

    /** When this API last changed it. */
    public static Instant updatedAt(RoleModel role) {
        return read(role, UPDATED_AT).orElseGet(() -> createdAt(role));
    }

    private static String now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    private static Optional<Instant> read(RoleModel role, String name) {
        return StoredTime.of(role.getFirstAttribute(name), name, role.getName());
    }
}
