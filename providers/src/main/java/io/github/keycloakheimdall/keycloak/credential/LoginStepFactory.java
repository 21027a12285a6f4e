/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Adds a step without settings to those that the console offers for login flows. */
public abstract class LoginStepFactory implements AuthenticatorFactory {

    private final String id;
    private final String name;
    private final String help;
    private final Requirement[] requirements;

    protected LoginStepFactory(String id, String name, String help, Requirement... requirements) {
        this.id = id;
        this.name = name;
        this.help = help;
        this.requirements = requirements;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayType() {
        return name;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    /** That of one-time passwords: of no other kind of code does Keycloak count the wrong ones. */
    @Override
    public final String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return requirements.clone();
    }

    @Override
    public final boolean isConfigurable() {
        return false;
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public final void init(Config.Scope config) {
        // Nothing to set.
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // Nothing to do.
    }

    @Override
    public final void close() {
        // Holds nothing.
    }
}
