/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;

/**
 * The domains that an organization's emails are of; since 26.7 one may begin with {@code *.}, which is each below it.
 */
public final class OrganizationDomain {

    private static final String EACH_BELOW = "*.";

    private OrganizationDomain() {}

    /** The organization's domain that a domain is of, the nearest where it is of several. */
    public static Optional<String> of(OrganizationModel organization, String domain) {
        return organization
                .getDomains()
                .map(OrganizationDomainModel::getName)
                .filter(own -> holds(own, domain))
                .max(Comparator.comparingLong(
                        own -> own.chars().filter(each -> each == '.').count()));
    }

    private static boolean holds(String own, @Nullable String domain) {
        return domain != null
                && (own.equalsIgnoreCase(domain)
                        || own.startsWith(EACH_BELOW)
                                && domain.toLowerCase(Locale.ROOT)
                                        .endsWith(own.substring(1).toLowerCase(Locale.ROOT)));
    }
}
