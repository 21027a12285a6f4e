/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import jakarta.persistence.EntityManager;

/** Where the database keeps what Keycloak's lines keep in different places. */
public final class RealmColumns {

    private static final String ENTITY = "RealmEntity";
    private static final String DISPLAY_NAME = "displayName";

    private RealmColumns() {}

    /**
     * A realm's display name, for a query.
     *
     * @param realm the name that a {@code RealmEntity} has in it
     */
    public static String displayName(EntityManager database, String realm) {
        boolean hasColumn = database.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().equals(ENTITY))
                .flatMap(entity -> entity.getAttributes().stream())
                .anyMatch(attribute -> attribute.getName().equals(DISPLAY_NAME));
        return hasColumn
                ? realm + '.' + DISPLAY_NAME
                : "(select named.value from RealmAttributeEntity named where named.realm = " + realm
                        + " and named.name = '" + DISPLAY_NAME + "')";
    }
}
