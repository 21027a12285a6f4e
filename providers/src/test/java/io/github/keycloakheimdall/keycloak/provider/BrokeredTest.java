/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;

class BrokeredTest {

    private final IdentityProviderModel provider = enabled();
    private final BrokeredIdentityContext context = new BrokeredIdentityContext("id", provider);

    @Test
    void givenAVerifiedEmail_whenTheProviderIsTrusted_thenProven() {
        context.setEmail("ada@example.com");
        Brokered who = new Brokered(context, null, true);

        assertThat(who.provesEmail()).isFalse();
        provider.setTrustEmail(true);
        assertThat(who.provesEmail()).isTrue();
    }

    @Test
    void givenAMapperThatPutsAnotherInItsPlace_whenAsked_thenThatOneIsNotProven() {
        provider.setTrustEmail(true);
        context.setEmail("ada@example.com");
        Brokered who = new Brokered(context, null, true);
        context.setEmail("grace@example.com");

        assertThat(who.provesEmail()).isFalse();
    }

    @Test
    void givenNoEmail_whenAMapperGivesOne_thenNotProven() {
        provider.setTrustEmail(true);
        Brokered who = new Brokered(context, null, false);
        context.setEmail("grace@example.com");

        assertThat(who.provesEmail()).isFalse();
    }

    private static IdentityProviderModel enabled() {
        IdentityProviderModel model = new IdentityProviderModel();
        model.setEnabled(true);
        return model;
    }
}
