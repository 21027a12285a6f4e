/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.Admission;
import io.github.keycloakheimdall.admission.Bar;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Lets in who brings the ID token that a provider gave to a native app. */
final class NativeSignin {

    private static final String REFUSED = "signin_refused";

    private final KeycloakSession session;
    private final App app;

    NativeSignin(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * @throws ApiException 401 for a token that does not count, and a user who may not come in; what
     *     {@link NativeProof}, {@link FederatedSignin} and {@link Admission} refuse
     */
    ApiResponse signin(String alias, NativeSigninRequest request) {
        Brokered who =
                new NativeProof(app).ofSignin(alias, request).orElseThrow(() -> refused(alias, Errors.INVALID_TOKEN));
        SigninCode meant = account(who);
        UserModel user = session.users().getUserById(app.realm(), meant.userId());
        UserStore.requireThere(user);
        if (new Bar(app).reason(user) != null) {
            throw refused(alias, REFUSED);
        }
        return new Admission(app).admit(user, meant.proof(), null);
    }

    /** The word that the web flow has for the browser is a status here. */
    private SigninCode account(Brokered who) {
        try {
            return new FederatedSignin(app).of(who);
        } catch (ApiException refusal) {
            throw REFUSED.equals(refusal.code()) ? refused(who.alias(), REFUSED) : refusal;
        }
    }

    private ApiException refused(String alias, String reason) {
        new Events(session)
                .of(EventType.LOGIN)
                .detail(Details.IDENTITY_PROVIDER, alias)
                .detail(Details.REASON, reason)
                .error(Errors.INVALID_USER_CREDENTIALS);
        return ApiException.unauthorized("Invalid credentials");
    }
}
