/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** The directories that a realm reads users from. */
public final class Directories {

    private static final String LDAP = "ldap";

    /** What maps roles, or groups that have some, from LDAP. */
    private static final Set<String> MAPPERS = Set.of(
            "role-ldap-mapper", "group-ldap-mapper", "hardcoded-ldap-role-mapper", "hardcoded-ldap-group-mapper");

    private static final String SSSD = "sssd";

    /** What has a mode of editing, by Keycloak's names. */
    private static final Set<String> EDITED = Set.of(LDAP, "kerberos");

    private Directories() {}

    /**
     * Whether somebody may have a role of which the database knows nothing. Asks the realm's settings, and no
     * directory.
     */
    public static boolean mayGiveRoles(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .anyMatch(directory -> mayGiveRoles(realm, directory));
    }

    /**
     * Whether Keycloak's own providers refuse a password for its users. What one of another maker does, it alone
     * knows.
     */
    static boolean setsNoPassword(@Nullable ComponentModel directory) {
        return directory != null
                && (SSSD.equals(directory.getProviderId())
                        || EDITED.contains(directory.getProviderId()) && isReadOnly(directory));
    }

    /** As Keycloak takes it that no mode is set. */
    private static boolean isReadOnly(ComponentModel directory) {
        String mode = directory.get(LDAPConstants.EDIT_MODE);
        return mode == null || UserStorageProvider.EditMode.READ_ONLY.name().equals(mode);
    }

    private static boolean mayGiveRoles(RealmModel realm, ComponentModel directory) {
        return !LDAP.equals(directory.getProviderId())
                || realm.getComponentsStream(directory.getId())
                        .anyMatch(mapper -> MAPPERS.contains(mapper.getProviderId()));
    }
}
