/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks at one thing that an app needs. Reads little: settings, or an index, and never walks users or sessions. */
@FunctionalInterface
public interface Check {

    /**
     * What is wrong.
     *
     * @param session whose realm is that one
     * @param realm of an app, which may not be served
     */
    Stream<Finding> look(KeycloakSession session, RealmModel realm);
}
