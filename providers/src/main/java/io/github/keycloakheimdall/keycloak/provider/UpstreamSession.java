/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The request's session as Keycloak's classes for identity providers get it: their HTTP calls end all together after
 * some seconds, whatever comes back. Keycloak itself only limits how long a provider is silent.
 */
final class UpstreamSession implements InvocationHandler {

    private final KeycloakSession session;
    private final HttpClientProvider calls;

    private UpstreamSession(KeycloakSession session) {
        this.session = session;
        this.calls = new UpstreamCalls(session.getProvider(HttpClientProvider.class));
    }

    static KeycloakSession of(KeycloakSession session) {
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                new UpstreamSession(session));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getProvider") && HttpClientProvider.class.equals(arguments[0])) {
            return calls;
        }
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
