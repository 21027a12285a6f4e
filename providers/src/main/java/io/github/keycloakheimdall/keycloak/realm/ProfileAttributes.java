/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Declares the user attributes of the API in the realm's user profile: Keycloak drops an undeclared one when an admin
 * saves the user.
 */
public final class ProfileAttributes {

    public static final String DISPLAY_NAME = "displayName";
    public static final String EMAIL_VERIFIED_AT = "emailVerifiedAt";
    /** Tells a deactivated user from a suspended one; both are disabled in Keycloak. */
    public static final String STATUS = "heimdall.status";

    private static final int DISPLAY_NAME_LENGTH = 120;

    private ProfileAttributes() {}

    /** Whether the profile of the session's realm has them all. */
    public static boolean declared(KeycloakSession session) {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        return Stream.of(DISPLAY_NAME, EMAIL_VERIFIED_AT, STATUS).allMatch(name -> profile.getAttribute(name) != null);
    }

    /** Adds what is missing to the profile of the session's realm. An admin's own declaration of a name stands. */
    public static void declare(KeycloakSession session) {
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        UPConfig profile = profiles.getConfiguration().clone();
        boolean changed = add(profile, displayName());
        changed |= add(profile, ofAdmins(EMAIL_VERIFIED_AT, "Email verified at"));
        changed |= add(profile, ofAdmins(STATUS, "Heimdall status"));
        if (changed) {
            profiles.setConfiguration(profile);
        }
    }

    private static boolean add(UPConfig profile, UPAttribute attribute) {
        if (profile.getAttribute(attribute.getName()) != null) {
            return false;
        }
        profile.addOrReplaceAttribute(attribute);
        return true;
    }

    private static UPAttribute displayName() {
        Set<String> both = Set.of("admin", "user");
        UPAttribute attribute = new UPAttribute(DISPLAY_NAME, new UPAttributePermissions(both, both));
        attribute.setDisplayName("Display name");
        attribute.setValidations(new HashMap<>(Map.of("length", new HashMap<>(Map.of("max", DISPLAY_NAME_LENGTH)))));
        return attribute;
    }

    /** Seen by admins, and written by this API alone. */
    private static UPAttribute ofAdmins(String name, String displayName) {
        UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(Set.of("admin"), Set.of()));
        attribute.setDisplayName(displayName);
        attribute.setValidations(new HashMap<>(Map.of("length", new HashMap<>(Map.of("max", 40)))));
        return attribute;
    }
}
