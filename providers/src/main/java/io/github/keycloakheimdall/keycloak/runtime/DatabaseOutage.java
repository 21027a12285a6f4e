/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for a while from a mistake in what it was asked. Thread safe. */
public final class DatabaseOutage {

    /**
     * Beginnings of SQL states: no connection, out of resources such as the disk, going down or coming up. H2 has
     * numbers of its own: a file that cannot be written, a disk that is full, a database that closed itself over it, or
     * that another connection is about to open again.
     */
    private static final Set<String> STATES =
            Set.of("08", "53", "57P", "90020", "90028", "90031", "90098", "90100", "90121");

    private DatabaseOutage() {}

    /** Whether it was thrown because the database is away. */
    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException failure && isOutage(failure.getSQLState())) {
                return true;
            }
            // Keycloak keeps the innermost cause alone: what the connection, the file or the pool said to the driver.
            if (each instanceof IOException
                    || each instanceof TimeoutException
                    || each instanceof OverlappingFileLockException) {
                return true;
            }
            // The transaction manager says of a failed commit that it failed, and why beside it.
            if (Arrays.stream(each.getSuppressed()).anyMatch(DatabaseOutage::isCauseOf)) {
                return true;
            }
        }
        return false;
    }

    /** A database says its state always; without one, the pool gave up before it was asked. */
    private static boolean isOutage(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
