/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import io.github.keycloakheimdall.keycloak.provider.NativeClients;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import java.util.List;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Adds Apple to the providers that the console offers. */
public final class AppleIdentityProviderFactory extends AbstractIdentityProviderFactory<AppleIdentityProvider>
        implements SocialIdentityProviderFactory<AppleIdentityProvider> {

    /** The id, which is the one of others' extensions for Apple too: a realm that used one of those goes on. */
    public static final String ID = "apple";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "Apple";
    }

    /** Goes before another extension's of the same id. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public AppleIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        AppleConfig config = new AppleConfig(model);
        return Feature.LOGIN_CALLBACK.isThere()
                ? AppleAtLoginPage.of(session, config)
                : new AppleIdentityProvider(session, config);
    }

    @Override
    public AppleConfig createConfig() {
        return new AppleConfig();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(AppleConfig.TEAM_ID)
                .label("Team ID")
                .helpText("The ten characters at the upper right of Apple's developer pages.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .required(true)
                .add()
                .property()
                .name(AppleConfig.KEY_ID)
                .label("Key ID")
                .helpText("The ten characters of the key whose .p8 file is the client secret. The client ID is"
                        + " the Services ID.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .required(true)
                .add()
                .property()
                .name(NativeClients.BUNDLE_IDS)
                .label("Bundle IDs")
                .helpText("The native apps whose tokens sign in at the Heimdall API.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .build();
    }
}
