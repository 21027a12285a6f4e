/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes what Keycloak knows factors by mail by. */
public final class EmailCredentialProviderFactory implements CredentialProviderFactory<EmailCredentialProvider> {

    @Override
    public EmailCredentialProvider create(KeycloakSession session) {
        return new EmailCredentialProvider(session);
    }

    @Override
    public String getId() {
        return EmailCredentials.TYPE;
    }
}
