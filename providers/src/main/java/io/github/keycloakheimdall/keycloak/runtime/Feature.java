/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import static io.github.keycloakheimdall.keycloak.runtime.FeatureSign.CLASS;
import static io.github.keycloakheimdall.keycloak.runtime.FeatureSign.sign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What some of the Keycloaks that are served have and others have not. Classes with {@link Needs} call its members. */
public enum Feature {

    /** What the check of a bearer found, as a class; gone from a later line than it is told here. */
    CHECKED_BEARER_CLASS,

    /** What the check of a bearer found, as a record: since 26.5. */
    CHECKED_BEARER_RECORD(CHECKED_BEARER_CLASS),

    /** The component that a change of a realm was about: since 26.5. */
    COMPONENT_OF_CHANGE(sign("org.keycloak.storage.StoreSyncEvent", "getModel")),

    /** Wrong codes counted apart from wrong passwords: since 26.6. */
    CODE_FAILURES(
            "a new password of someone with a second factor clears no failures, as wrong codes are not told apart",
            sign("org.keycloak.models.UserLoginFailureModel", "getNumSecondaryAuthFailures"),
            sign("org.keycloak.models.UserLoginFailureModel", "clearPrimaryAndSecondaryAuthFailures")),

    /**
     * The call of an identity provider that answers Keycloak's login page, in the interface of those that users sign
     * in by: since 26.5.
     */
    LOGIN_CALLBACK("Apple lets nobody in at Keycloak's own login page, and providers of SAML nobody at the API"),

    /** A class of its own for the disabled accounts that stand for those whose directory is away: since 26.5. */
    STAND_INS,

    /** Permissions on organizations of their own: since 26.7. */
    ORGANIZATION_PERMISSIONS(sign("org.keycloak.services.resources.admin.fgap.OrganizationPermissionEvaluator", CLASS)),

    /**
     * An event of an organization that is deleted. Before, what its admin event tells has to do, which comes
     * afterwards.
     */
    ORGANIZATION_REMOVED_EVENT(
            "webhooks tell of a deleted tenant by its id alone",
            sign("org.keycloak.models.OrganizationModel$OrganizationRemovedEvent", CLASS)),

    /** Groups inside an organization: since 26.6. */
    ORGANIZATION_GROUPS(
            "roles inside tenants are kept in a table of this extension's and are not shown in the console",
            sign("org.keycloak.organization.OrganizationProvider", "getOrganizationGroupsByMember"),
            sign("org.keycloak.organization.OrganizationProvider", "createGroup"),
            sign("org.keycloak.models.GroupModel", "getOrganization"));

    private final @Nullable Feature instead;
    private final @Nullable String loss;
    private final List<FeatureSign> signs;

    Feature(FeatureSign... signs) {
        this(null, null, signs);
    }

    Feature(Feature instead) {
        this(instead, null);
    }

    Feature(String loss, FeatureSign... signs) {
        this(null, loss, signs);
    }

    Feature(@Nullable Feature instead, @Nullable String loss, FeatureSign... signs) {
        this.instead = instead;
        this.loss = loss;
        this.signs = List.of(signs);
    }

    /** Whether the server has it. */
    public boolean isThere() {
        return ServerMembers.ofThisServer().has(this);
    }

    /** Without which the server must not be, where it has not this one. */
    Optional<Feature> instead() {
        return Optional.ofNullable(instead);
    }

    /** Whether the server has something of it, and so has not to lack the rest: it was changed. */
    boolean isBegun(ClassLoader server) {
        return signs.stream().anyMatch(sign -> sign.isThere(server));
    }

    /** What somebody who runs the server misses without it. */
    public Optional<String> loss() {
        return Optional.ofNullable(loss);
    }
}
