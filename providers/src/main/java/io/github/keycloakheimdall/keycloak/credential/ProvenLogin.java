/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The authentication session of someone who proved who they are, for as long as its required actions are asked.
 * Keycloak keeps such sessions in a cache of the whole cluster, which would be written twice a signin for nothing.
 */
final class ProvenLogin implements InvocationHandler {

    private final KeycloakContext context;
    private final UserModel user;
    private final Set<String> actions;
    private final Map<String, String> notes = new HashMap<>();

    private ProvenLogin(KeycloakContext context, UserModel user, Set<String> actions, boolean byPassword) {
        this.context = context;
        this.user = user;
        this.actions = actions;
        if (byPassword) {
            notes.put(AuthenticationManager.PASSWORD_VALIDATED, Boolean.TRUE.toString());
        }
    }

    /**
     * @param actions where the actions go that are demanded of the session
     * @param byPassword whether a right password is what proved it
     */
    static AuthenticationSessionModel of(
            KeycloakSession session, UserModel user, Set<String> actions, boolean byPassword) {
        return (AuthenticationSessionModel) Proxy.newProxyInstance(
                AuthenticationSessionModel.class.getClassLoader(),
                new Class<?>[] {AuthenticationSessionModel.class},
                new ProvenLogin(session.getContext(), user, actions, byPassword));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getRealm" -> context.getRealm();
            case "getClient" -> context.getClient();
            case "getProtocol" -> OIDCLoginProtocol.LOGIN_PROTOCOL;
            case "getAuthenticatedUser" -> user;
            case "getRequiredActions" -> Set.copyOf(actions);
            case "addRequiredAction" -> ignore(actions.add(alias(arguments[0])));
            case "removeRequiredAction" -> ignore(actions.remove(alias(arguments[0])));
            case "getAuthNote" -> notes.get((String) arguments[0]);
            case "setAuthNote" -> ignore(notes.put((String) arguments[0], (String) arguments[1]));
            case "removeAuthNote" -> ignore(notes.remove((String) arguments[0]));
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "A login of " + user.getId();
            default -> nothing(method.getReturnType());
        };
    }

    /** It has no notes of a client and no parent, and forgets what it is told of other things. */
    private static @Nullable Object nothing(Class<?> type) {
        if (type == Map.class) {
            return Map.of();
        }
        return type == Set.class ? Set.of() : null;
    }

    private static @Nullable Object ignore(@Nullable Object result) {
        return null;
    }

    private static String alias(Object action) {
        return action instanceof Enum<?> known ? known.name() : (String) action;
    }
}
