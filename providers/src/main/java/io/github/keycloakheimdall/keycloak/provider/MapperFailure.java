/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.runtime.Collision;
import io.github.keycloakheimdall.keycloak.runtime.DatabaseOutage;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.ModelException;

/**
 * A mapper of an identity provider that fails by how it is set up: to the user it is the provider that does not work.
 */
final class MapperFailure {

    private static final Logger LOG = Logger.getLogger(MapperFailure.class);

    private MapperFailure() {}

    /** What to throw instead of what the mapper threw; the same where the database made it fail. */
    static RuntimeException of(RuntimeException failure, IdentityProviderMapperModel mapper) {
        if (isOfDatabase(failure)) {
            return failure;
        }
        return logged(mapper.getIdentityProviderAlias(), "its mapper " + mapper.getName() + " failed", failure);
    }

    /** The same for what mappers made of a user that cannot be. */
    static RuntimeException of(String alias, String fault) {
        return logged(alias, fault, null);
    }

    private static RuntimeException logged(String alias, String fault, @Nullable RuntimeException failure) {
        LOG.warnf("Provider %s does not sign users in: %s: %s", alias, fault, failure);
        LOG.debug("A mapper failed", failure);
        return TryLater.unavailable("The provider is not set up right", "PROVIDER_UNAVAILABLE");
    }

    /** JSON that cannot be read is an exception of input and output too, and passes for an outage. */
    private static boolean isOfDatabase(RuntimeException failure) {
        return failure instanceof ApiException
                || !isCausedBy(failure, JsonProcessingException.class::isInstance)
                        && (isCausedBy(failure, MapperFailure::isModels)
                                || DatabaseOutage.isCauseOf(failure)
                                || Collision.isCauseOf(failure));
    }

    private static boolean isModels(Throwable cause) {
        return cause instanceof ModelException
                || cause instanceof PersistenceException
                || cause instanceof SQLException;
    }

    private static boolean isCausedBy(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(kind);
    }
}
