/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.Admission;
import io.github.keycloakheimdall.admission.FirstProof;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.ApiResponse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Guide, step 4. Only who gave the right password learns what else stands against a session. */
final class Signin {

    private final KeycloakSession session;
    private final App app;

    Signin(App app) {
        this.session = app.session();
        this.app = app;
    }

    ApiResponse signin(SigninRequest request) {
        UserModel user = new PasswordCheck(app).require(request.identifier(), request.password());
        return new Admission(app).admit(user, FirstProof.PASSWORD, request.tenantId());
    }
}
