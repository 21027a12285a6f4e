/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.FieldError;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Marks a record that is read from a request's JSON body by {@link JsonBodyReader}. */
public interface ApiRequest {

    /**
     * What is wrong with it beyond its annotations, for which nothing has to be looked up. It is asked of bodies that
     * break annotations too: any part may be null.
     */
    default List<FieldError> faults() {
        return List.of();
    }

    /**
     * What the realm's rules refuse of it, such as a weak password. It is asked where something else is refused
     * already, so that all is told at once; where nothing is, the route asks. Any part may be null.
     */
    default List<FieldError> faultsByRules(KeycloakSession session) {
        return List.of();
    }
}
