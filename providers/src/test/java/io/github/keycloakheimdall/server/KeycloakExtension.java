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
 * Gives tests the one server of the run as a parameter of type {@link RunningKeycloak}, and to those that look into it,
 * also as a {@link ServerOnPostgres}. It is started when the first test asks for it and stopped after the last test of
 * the run.
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

    /**
     * The same server and its PostgreSQL; one more server if the run's is on H2 or not of the run's own.
     *
     * @throws IllegalStateException if it does not start
     */
    public static ServerOnPostgres onPostgres(ExtensionContext context) {
        return onPostgres(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningKeycloak.class || type == ServerOnPostgres.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == RunningKeycloak.class) {
            return server(context);
        }
        return onPostgres(context);
    }

    private static RunningKeycloak start(Store run) {
        URI running = TestSettings.runningServer();
        if (running != null) {
            return new ExternalKeycloak(running, TestSettings.adminUsername(), TestSettings.adminPassword());
        }
        if (TestSettings.inContainer()) {
            return ContainerKeycloak.start(TestSettings.onPostgres());
        }
        if (TestSettings.onPostgres()) {
            return onPostgres(run).server();
        }
        KeycloakServerBuilder builder = KeycloakServer.builder().name("h2");
        KeycloakServer server = (TestSettings.fewTests() ? builder.shortLived() : builder).build();
        server.start();
        return server;
    }

    private static ServerOnPostgres onPostgres(Store run) {
        return run.getOrComputeIfAbsent(
                ServerOnPostgres.class,
                type -> ServerOnPostgres.prepare("postgres", builder -> {}).start(),
                ServerOnPostgres.class);
    }
}
