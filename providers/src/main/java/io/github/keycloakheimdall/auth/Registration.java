/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.FirstProof;
import io.github.keycloakheimdall.admission.Readiness;
import io.github.keycloakheimdall.admission.SessionStart;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.token.TokenResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The first session of a new account. Account and session come both or neither, except where the realm asks something
 * of its newcomers, such as to verify their email: the account stays then, to do it, and there is no session.
 */
final class Registration {

    private final KeycloakSession session;
    private final App app;

    Registration(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Makes the account and lets it in.
     *
     * @param making makes the account, in the session and the app that it is given
     * @throws ApiException 403 {@code ACTION_REQUIRED} for an account that was made and has something to do first
     */
    @Nullable
    TokenResponse run(Function<App, UserModel> making) {
        if (!PendingActions.mayHoldNewcomers(app.realm())) {
            return start(app, making.apply(app));
        }
        Outcome outcome = OwnTransaction.call(session, own -> {
            App same = app.in(own);
            UserModel user = making.apply(same);
            List<String> actions = new PendingActions(own).of(user, true);
            return actions.isEmpty()
                    ? new Outcome(start(same, user), null)
                    : new Outcome(null, Readiness.refusal(own, user, EventType.LOGIN, actions));
        });
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.tokens();
    }

    private static TokenResponse start(App app, UserModel user) {
        return new SessionStart(app).start(user, FirstProof.PASSWORD);
    }

    private record Outcome(
            @Nullable TokenResponse tokens, @Nullable ApiException refusal) {}
}
