/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The authentication session of a sign-in at an identity provider, as far as Keycloak's classes for providers ask for
 * one: its client notes, which hold what an answer is checked against. Keycloak's own would be a whole login page's, in
 * the memory of all nodes for half an hour, for everyone who only starts.
 */
final class BrokerAttempt implements InvocationHandler {

    private final KeycloakContext context;
    private final Map<String, String> notes;
    private final Map<String, String> ofSession;

    private BrokerAttempt(KeycloakContext context, Map<String, String> notes, Map<String, String> ofSession) {
        this.context = context;
        this.notes = notes;
        this.ofSession = ofSession;
    }

    /** @param notes the client notes, which it reads and writes */
    static AuthenticationSessionModel of(KeycloakSession session, Map<String, String> notes) {
        return of(session, notes, new HashMap<>());
    }

    /** @param ofSession takes what the session is to remember that begins in the end */
    static AuthenticationSessionModel of(
            KeycloakSession session, Map<String, String> notes, Map<String, String> ofSession) {
        return (AuthenticationSessionModel) Proxy.newProxyInstance(
                AuthenticationSessionModel.class.getClassLoader(),
                new Class<?>[] {AuthenticationSessionModel.class},
                new BrokerAttempt(session.getContext(), notes, ofSession));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getRealm" -> context.getRealm();
            case "getClient" -> context.getClient();
            case "getProtocol" -> OIDCLoginProtocol.LOGIN_PROTOCOL;
            case "getClientNote" -> notes.get((String) arguments[0]);
            case "getClientNotes" -> Map.copyOf(notes);
            case "setClientNote" -> note(notes, (String) arguments[0], (String) arguments[1]);
            case "removeClientNote" -> note(notes, (String) arguments[0], null);
            case "setUserSessionNote" -> note(ofSession, (String) arguments[0], (String) arguments[1]);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "A sign-in at an identity provider";
            default -> nothing(method.getReturnType());
        };
    }

    private static @Nullable Object note(Map<String, String> notes, String name, @Nullable String value) {
        if (value == null) {
            notes.remove(name);
        } else {
            notes.put(name, value);
        }
        return null;
    }

    /** It has no user, no parent and no tab, and forgets what it is told of other things. */
    private static @Nullable Object nothing(Class<?> type) {
        if (type == Map.class) {
            return Map.of();
        }
        return type == Set.class ? Set.of() : null;
    }
}
