/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server of the run as a parameter of type {@link RunningKeycloak}. It is started when the first test
 * asks for it and stopped after the last test of the run.
 */
public final class KeycloakExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);

    /**
     * The server of the run.
     *
     * @throws IllegalStateException if it does not start
     */
    public static RunningKeycloak server(ExtensionContext context) {
        // The store of the whole run closes what is in it, what came last first.
        Store run = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        return run.getOrComputeIfAbsent(RunningKeycloak.class, type -> start(run), RunningKeycloak.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningKeycloak.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    private static RunningKeycloak start(Store run) {
        URI running = TestSettings.runningServer();
        if (running != null) {
            return new ExternalKeycloak(running, TestSettings.adminUsername(), TestSettings.adminPassword());
        }
        if (TestSettings.inContainer()) {
            return ContainerKeycloak.start(TestSettings.onPostgres());
        }
        KeycloakServerBuilder builder = KeycloakServer.builder().name("h2");
        if (TestSettings.onPostgres()) {
            PostgresDatabase database = run.getOrComputeIfAbsent(
                    PostgresDatabase.class, type -> PostgresDatabase.start(), PostgresDatabase.class);
            builder.name("postgres").database(database);
        }
        KeycloakServer server = builder.build();
        server.start();
        return server;
    }
}
