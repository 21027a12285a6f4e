/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The step that a flow for direct grants has to have where users have factors by mail. */
public final class EmailFactorRefusalFactory extends LoginStepFactory {

    /** What flows call it. */
    public static final String ID = "heimdall-no-email-factor";

    public EmailFactorRefusalFactory() {
        super(
                ID,
                "Heimdall: no factor by mail",
                "For direct grants: refuses users of a Heimdall app who have a factor by mail, as no page asks"
                        + " them for its code.",
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailFactorRefusal();
    }
}
