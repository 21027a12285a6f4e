/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A time in an attribute, where someone may have put something else: an admin, or an earlier use of the name.
 */
public final class StoredTime {

    private static final Logger LOG = Logger.getLogger(StoredTime.class);

    private StoredTime() {}

    /**
     * The time, unless there is none or it is something else.
     *
     * @param value null where the attribute is not there
     * @param name of the attribute, for the log
     * @param holder who has it, for the log
     */
    public static Optional<Instant> of(@Nullable String value, String name, String holder) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeParseException somethingElse) {
            LOG.debugf("%s of %s is no time", name, holder);
            return Optional.empty();
        }
    }
}
