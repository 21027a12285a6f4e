/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.Admission;
import io.github.keycloakheimdall.admission.Bar;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Trades a code for a session, or for the question of the second factor; there is no session before. */
final class Exchange {

    private final KeycloakSession session;
    private final App app;
    private final SigninCodes codes;

    Exchange(App app) {
        this.session = app.session();
        this.app = app;
        this.codes = new SigninCodes(session);
    }

    /**
     * @throws ApiException 401 for a code that is not good any more, or of a user who may not come in; 403 for
     *     another app's, which stays good there, and what {@link Admission} refuses
     */
    ApiResponse exchange(String code) {
        SigninCode meant = codes.find(code).orElseThrow(() -> refused(null, Errors.INVALID_CODE));
        if (!meant.appId().equals(app.id())) {
            throw ApiException.forbidden("The code is another app's");
        }
        UserModel user = session.users().getUserById(app.realm(), meant.userId());
        if (!codes.take(code) || Clock.seconds() >= meant.expiry()) {
            throw refused(user, Errors.INVALID_CODE);
        }
        UserStore.requireThere(user);
        String barred = new Bar(app).reason(user);
        if (barred != null) {
            throw refused(user, barred);
        }
        if (!Standing.of(session, user).equals(meant.standing())) {
            throw refused(user, Errors.INVALID_CODE);
        }
        return new Admission(app).admit(user, meant.proof(), null);
    }

    private ApiException refused(@Nullable UserModel user, String error) {
        EventBuilder event = new Events(session).of(EventType.LOGIN).detail(Details.REASON, "oauth_exchange");
        if (user != null) {
            event.user(user).detail(Details.USERNAME, user.getUsername());
        }
        event.error(error);
        return ApiException.unauthorized("The code does not hold");
    }
}
