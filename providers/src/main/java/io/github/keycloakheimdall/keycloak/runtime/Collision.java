/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;
import org.keycloak.models.cache.infinispan.DefaultLazyLoader;

/**
 * Tells a change that came too late, because another one changed or deleted the same thing at the same moment, from a
 * mistake. Thread safe.
 */
public final class Collision {

    /**
     * SQL states: what is referred to is gone, is still referred to, or is there already; the database chose a victim
     * among those that wait for each other, or gave up waiting. H2 has numbers of its own for those.
     */
    private static final Set<String> STATES = Set.of("23503", "23505", "23506", "40001", "40P01", "55P03", "HYT00");

    /** What Keycloak's cache says of something that it knows and the database does not any more. */
    private static final String GONE = "Not found in database";

    private Collision() {}

    /** Whether it was thrown because another change was faster. */
    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (isOne(each) || Arrays.stream(each.getSuppressed()).anyMatch(Collision::isCauseOf)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable thrown) {
        if (thrown instanceof SQLException failure) {
            return failure.getSQLState() != null && STATES.contains(failure.getSQLState());
        }
        return thrown instanceof OptimisticLockException
                || thrown instanceof EntityNotFoundException
                || thrown instanceof StaleStateException
                || thrown instanceof UnresolvableObjectException
                || thrown instanceof IllegalStateException && GONE.equals(thrown.getMessage())
                || thrown instanceof NullPointerException && isOfCache(thrown.getStackTrace());
    }

    /** The cache asks for the parts of a role whose row is gone, and has no answer ready for that. */
    private static boolean isOfCache(StackTraceElement[] trace) {
        return trace.length > 0 && trace[0].getClassName().equals(DefaultLazyLoader.class.getName());
    }
}
