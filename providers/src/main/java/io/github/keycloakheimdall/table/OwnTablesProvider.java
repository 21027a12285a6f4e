/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.table;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Gives Keycloak the entities of {@link OwnTables} and the Liquibase changes that make their tables. */
final class OwnTablesProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return OwnTables.ALL.stream().<Class<?>>map(OwnTables.OwnTable::entity).toList();
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/heimdall-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return OwnTablesProviderFactory.ID;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
