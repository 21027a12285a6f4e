/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.organization.OrganizationDomain;
import io.github.keycloakheimdall.keycloak.organization.OrganizationLock;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRows;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** The organization that an identity provider belongs to, which takes whoever comes by the provider for members. */
public final class ProviderOrganization {

    private final KeycloakSession session;
    private final OrganizationModel organization;

    /** The one domain that its users' emails are of, {@code ANY} for each of the organization's, or null. */
    private final @Nullable String domain;

    private ProviderOrganization(KeycloakSession session, OrganizationModel organization, @Nullable String domain) {
        this.session = session;
        this.organization = organization;
        this.domain = domain;
    }

    /** The organization of the provider of that alias, where the realm has organizations and it is on. */
    public static Optional<ProviderOrganization> of(KeycloakSession session, String alias) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        if (provider == null || provider.getOrganizationId() == null || !isOn(session)) {
            return Optional.empty();
        }
        String domain = provider.getConfig().get(OrganizationModel.ORGANIZATION_DOMAIN_ATTRIBUTE);
        return Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(provider.getOrganizationId()))
                .filter(OrganizationModel::isEnabled)
                .map(organization -> new ProviderOrganization(session, organization, domain));
    }

    private static boolean isOn(KeycloakSession session) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return organizations != null && organizations.isEnabled();
    }

    /**
     * Whether someone of that email may join by the provider, by the rule with which Keycloak reviews a first login.
     *
     * @param email null is nobody's
     */
    public boolean takes(@Nullable String email) {
        if (email == null) {
            return false;
        }
        boolean any = OrganizationDomainModel.ANY_DOMAIN.equals(domain);
        if (domain == null || any && organization.getDomains().findAny().isEmpty()) {
            return true;
        }
        return OrganizationDomain.of(organization, Organizations.getEmailDomain(email))
                .filter(matching -> any || matching.equals(domain))
                .isPresent();
    }

    /** Whether the email is of a domain of the organization's. */
    boolean owns(@Nullable String email) {
        return OrganizationDomain.of(organization, Organizations.getEmailDomain(email))
                .isPresent();
    }

    /**
     * Makes an account a member that was made for someone whom the provider brought; the organization manages it. Where
     * the organization is deleted meanwhile, there is nothing to join.
     */
    public void bring(UserModel made) {
        if (isHeld()) {
            organizations().addManagedMember(organization, made);
        }
    }

    /**
     * Makes an account a member that was there before, unless it is one. It is not the organization's to delete or to
     * switch off, so it joins as anyone does; so do, in the end, those whom Keycloak's own login links.
     */
    public void join(UserModel user) {
        if (!isHeld()) {
            return;
        }
        UserLock.acquire(session, user);
        if (!OrganizationRows.isMember(session, organization.getId(), user)) {
            organizations().addMember(organization, user);
        }
    }

    private boolean isHeld() {
        return OrganizationLock.hold(session, session.getContext().getRealm(), organization.getId());
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }

    /** Whether an organization manages the account, and it came by a provider of that organization. */
    static boolean binds(KeycloakSession session, UserModel user) {
        return !Organizations.resolveHomeBroker(session, user).isEmpty();
    }

    /** Whether the provider of that alias is one by which such an account came. */
    static boolean binds(KeycloakSession session, UserModel user, String alias) {
        return Organizations.resolveHomeBroker(session, user).stream()
                .anyMatch(provider -> provider.getAlias().equals(alias));
    }
}
