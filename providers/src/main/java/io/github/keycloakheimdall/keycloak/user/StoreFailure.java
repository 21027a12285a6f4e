/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.error.ApiException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.NameAlreadyBoundException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.OperationNotSupportedException;
import javax.naming.directory.AttributeInUseException;
import javax.naming.directory.AttributeModificationException;
import javax.naming.directory.InvalidAttributeIdentifierException;
import javax.naming.directory.InvalidAttributeValueException;
import javax.naming.directory.InvalidAttributesException;
import javax.naming.directory.NoSuchAttributeException;
import javax.naming.directory.SchemaViolationException;
import org.keycloak.models.ModelException;
import org.keycloak.storage.ReadOnlyException;

/**
 * Tells what a user federation, such as an LDAP directory, says against a change from a mistake: that it keeps what
 * should have changed, or that it cannot be asked now. Thread safe.
 */
public final class StoreFailure {

    /** Makes the exceptions of those whose federation did not answer. */
    private static final String MANAGER = "org.keycloak.storage.UserStorageManager";

    /** Keycloak's own word for it, which 26.4 does not have; there it is what the directory's client threw. */
    private static final String UNAVAILABLE = "org.keycloak.storage.StorageUnavailableException";

    private static final String LDAP = "org.keycloak.storage.ldap.";

    /** What a directory says that was asked and will not. */
    private static final Set<Class<? extends NamingException>> REFUSALS = Set.of(
            AttributeInUseException.class,
            AttributeModificationException.class,
            InvalidAttributeIdentifierException.class,
            InvalidAttributeValueException.class,
            InvalidAttributesException.class,
            InvalidNameException.class,
            NameAlreadyBoundException.class,
            NameNotFoundException.class,
            NoPermissionException.class,
            NoSuchAttributeException.class,
            OperationNotSupportedException.class,
            SchemaViolationException.class);

    private StoreFailure() {}

    /** The answer to what a federation threw; nothing where something else did. */
    public static Optional<ApiException> answer(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (isAway(each)) {
                return Optional.of(UserStore.away());
            }
            if (isRefusal(each)) {
                return Optional.of(UserStore.managedElsewhere());
            }
        }
        return Optional.empty();
    }

    /** Whether a federation did not answer. */
    public static boolean isOutage(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(StoreFailure::isAway);
    }

    private static boolean isAway(Throwable thrown) {
        return thrown.getClass().getName().equals(UNAVAILABLE)
                || thrown instanceof NamingException && !REFUSALS.contains(thrown.getClass())
                || thrown instanceof ReadOnlyException && isFrom(MANAGER, thrown);
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof ReadOnlyException
                || thrown instanceof NamingException
                || thrown instanceof ModelException && thrown.getCause() == null && isFrom(LDAP, thrown);
    }

    private static boolean isFrom(String beginning, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(beginning);
    }
}
