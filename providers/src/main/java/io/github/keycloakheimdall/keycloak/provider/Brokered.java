/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;

/** Whom an identity provider means, in its own words; belongs to no transaction. */
public final class Brokered {

    private static final int MAX_USERNAME_LENGTH = 255;

    private final BrokeredIdentityContext context;
    private final AbstractIdentityProvider<?> upstream;

    /** The one that the provider's word is about; a mapper may put another in its place. */
    private final @Nullable String verifiedEmail;

    Brokered(BrokeredIdentityContext context, AbstractIdentityProvider<?> upstream, boolean emailVerified) {
        this.context = context;
        this.upstream = upstream;
        this.verifiedEmail = emailVerified ? context.getEmail() : null;
    }

    public String alias() {
        return context.getIdpConfig().getAlias();
    }

    /** The provider's id of the identity, which stays. */
    public String id() {
        return context.getId();
    }

    /** The email as the provider has it, or null. */
    public @Nullable String email() {
        return context.getEmail();
    }

    /**
     * Whether the provider says that the user proved the email, and the realm's admin believes it in that. An email
     * that a mapper took from elsewhere is not the one that it was said of.
     */
    public boolean provesEmail() {
        return verifiedEmail != null
                && verifiedEmail.equals(context.getEmail())
                && ProviderFlags.isTrustedOnEmails(context.getIdpConfig());
    }

    /** Whether the email is one that the provider made for this app alone. */
    public boolean hidesEmail() {
        return UpstreamEmail.isRelay(context);
    }

    /** The name that the provider knows the user by; null where Keycloak made one of the id. */
    public @Nullable String username() {
        String name = keptUsername();
        return name == null || name.equalsIgnoreCase(context.getId()) ? null : name;
    }

    /** The username that a mapper of the realm chose, or null. */
    public @Nullable String chosenUsername() {
        String chosen = context.getModelUsername();
        return chosen == null || chosen.isBlank() ? null : chosen.strip();
    }

    public String firstName() {
        return context.getFirstName();
    }

    public String lastName() {
        return context.getLastName();
    }

    /** What a session of this identity remembers of it, by the names that Keycloak and its mappers have for it. */
    public Map<String, String> sessionNotes() {
        Map<String, String> notes = new HashMap<>();
        if (context.getContextData().get(Constants.MAPPER_SESSION_NOTES) instanceof Map<?, ?> mapped) {
            mapped.forEach((name, value) -> {
                if (name != null && value != null) {
                    notes.put(name.toString(), value.toString());
                }
            });
        }
        notes.put(Details.IDENTITY_PROVIDER, alias());
        notes.put(Details.IDENTITY_PROVIDER_USERNAME, Objects.requireNonNullElse(keptUsername(), ""));
        return notes;
    }

    /** As much as a link keeps; it tells users which of their accounts it is, and nobody is found by it. */
    private @Nullable String keptUsername() {
        return UpstreamText.cut(context.getUsername(), MAX_USERNAME_LENGTH);
    }

    BrokeredIdentityContext context() {
        return context;
    }

    /** Keycloak's class for the provider. */
    AbstractIdentityProvider<?> upstream() {
        return upstream;
    }

    IdentityProviderModel provider() {
        return context.getIdpConfig();
    }

    FederatedIdentityModel identity() {
        return new FederatedIdentityModel(
                alias(),
                context.getId(),
                keptUsername(),
                ProviderFlags.keepsTokens(provider()) ? context.getToken() : null);
    }
}
