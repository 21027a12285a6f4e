/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.key.KeyUse;
import io.github.keycloakheimdall.key.RawKey;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Who makes the request. */
public final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String KEY_ATTRIBUTE = Backend.class.getName();

    private Callers() {}

    /**
     * The caller that the gate let in.
     *
     * @throws IllegalStateException on a route that is open to anyone
     */
    public static Caller of(KeycloakSession session) {
        Caller caller = session.getAttribute(ATTRIBUTE, Caller.class);
        if (caller == null) {
            throw new IllegalStateException("this route lets anyone in");
        }
        return caller;
    }

    /** The user who calls an open route; one whose bearer does not hold counts as nobody. */
    public static Optional<AppUser> userIfAny(KeycloakSession session) {
        return token(session).filter(AppUser.class::isInstance).map(AppUser.class::cast);
    }

    /**
     * The user that the gate let in.
     *
     * @throws IllegalStateException on a route that lets others in
     */
    public static AppUser user(KeycloakSession session) {
        if (of(session) instanceof AppUser user) {
            return user;
        }
        throw new IllegalStateException("this route lets others in than users");
    }

    /**
     * The Keycloak admin that the gate let in.
     *
     * @throws IllegalStateException on a route that lets others in
     */
    public static KeycloakAdmin admin(KeycloakSession session) {
        if (of(session) instanceof KeycloakAdmin admin) {
            return admin;
        }
        throw new IllegalStateException("this route lets others in than Keycloak's admins");
    }

    /**
     * The backend that calls an open route with its key.
     *
     * @param permission what the key must carry
     * @throws ApiException 401 without a live key of this app, 403 when it lacks the permission
     */
    public static Backend requireBackend(KeycloakSession session, String permission) {
        Backend backend = backendIfAny(session).orElseThrow(ApiException::bearerRequired);
        if (!backend.may(permission)) {
            throw ApiException.missingPermission(permission);
        }
        return backend;
    }

    /** The backend whose live key of this app comes with the request, looked up once; nobody without one. */
    public static Optional<Backend> backendIfAny(KeycloakSession session) {
        Backend known = session.getAttribute(KEY_ATTRIBUTE, Backend.class);
        if (known != null) {
            return Optional.of(known);
        }
        App app = App.currentIfAny(session);
        if (app == null) {
            return Optional.empty();
        }
        Optional<Backend> found = key(session).flatMap(new KeyUse(app)::of).map(key -> Backend.of(app, key));
        found.ifPresent(backend -> session.setAttribute(KEY_ATTRIBUTE, backend));
        return found;
    }

    /**
     * Finds out who calls.
     *
     * @throws ApiException 401 without a bearer that holds and is of one of these kinds
     */
    static Caller identify(KeycloakSession session, List<Class<? extends Caller>> kinds) {
        boolean byKey = kinds.contains(Backend.class) && key(session).isPresent();
        Optional<? extends Caller> caller = byKey ? backendIfAny(session) : token(session);
        return caller.filter(found -> kinds.contains(found.getClass())).orElseThrow(ApiException::bearerRequired);
    }

    static void admit(KeycloakSession session, Caller caller) {
        session.setAttribute(ATTRIBUTE, caller);
    }

    private static Optional<RawKey> key(KeycloakSession session) {
        return Bearer.of(session).flatMap(RawKey::parse);
    }

    private static Optional<Caller> token(KeycloakSession session) {
        return Bearer.of(session)
                .map(token -> TokenCheck.of(App.current(session), token))
                .filter(TokenCheck::holds)
                .map(TokenCheck::caller);
    }
}
