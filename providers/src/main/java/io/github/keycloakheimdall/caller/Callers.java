/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import org.keycloak.models.KeycloakSession;

/** Finds out who makes the request. */
public final class Callers {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    /**
     * The end user of this request, checked once.
     *
     * @throws ApiException 401 without a bearer that is this app's, unexpired, and of a live session and user
     */
    public static Caller require(KeycloakSession session) {
        Caller caller = requireAny(session);
        if (caller.isMachine()) {
            throw ApiException.bearerRequired();
        }
        return caller;
    }

    /**
     * The end user or the machine client of this request, checked once.
     *
     * @throws ApiException 401 without a bearer that holds
     */
    public static Caller requireAny(KeycloakSession session) {
        Caller known = session.getAttribute(ATTRIBUTE, Caller.class);
        if (known != null) {
            return known;
        }
        Caller caller = Bearer.of(session)
                .map(token -> TokenCheck.of(session, App.current(session), token))
                .filter(TokenCheck::holds)
                .map(TokenCheck::caller)
                .orElseThrow(ApiException::bearerRequired);
        session.setAttribute(ATTRIBUTE, caller);
        return caller;
    }
}
