/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.table;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link OwnTablesProvider}; its id names Liquibase's own table, DATABASECHANGELOG_HEIMDALL. */
public final class OwnTablesProviderFactory implements JpaEntityProviderFactory {

    static final String ID = "heimdall";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new OwnTablesProvider();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        // Nothing to set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        OwnTables.listen(factory);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
