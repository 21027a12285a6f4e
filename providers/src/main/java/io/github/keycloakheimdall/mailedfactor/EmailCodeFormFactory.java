/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import io.github.keycloakheimdall.keycloak.credential.LoginStepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The step that a login page has to have where users have factors by mail. */
public final class EmailCodeFormFactory extends LoginStepFactory {

    /** What flows call it. */
    public static final String ID = "heimdall-email-code";

    /** No flow may require it: Keycloak would pass over its part then for who has another second factor alone. */
    public EmailCodeFormFactory() {
        super(
                ID,
                "Heimdall email code",
                "Mails a code to users of a Heimdall app who have a factor by mail, and asks for it.",
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailCodeForm();
    }
}
