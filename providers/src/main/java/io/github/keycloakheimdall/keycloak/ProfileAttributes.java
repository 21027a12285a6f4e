/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

    private static final String DISPLAY_NAME = "displayName";
    private static final String EMAIL_VERIFIED_AT = "emailVerifiedAt";
    private static final int DISPLAY_NAME_LENGTH = 120;

    private ProfileAttributes() {}

    /** Whether the profile of the session's realm has them all. */
    public static boolean declared(KeycloakSession session) {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        return profile.getAttribute(DISPLAY_NAME) != null && profile.getAttribute(EMAIL_VERIFIED_AT) != null;
    }

    /** Adds what is missing to the profile of the session's realm. An admin's own declaration of a name stands. */
    public static void declare(KeycloakSession session) {
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        UPConfig profile = profiles.getConfiguration().clone();
        boolean changed = add(profile, displayName());
        changed |= add(profile, emailVerifiedAt());
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

    private static UPAttribute emailVerifiedAt() {
        UPAttribute attribute =
                new UPAttribute(EMAIL_VERIFIED_AT, new UPAttributePermissions(Set.of("admin"), Set.of()));
        attribute.setDisplayName("Email verified at");
        attribute.setValidations(new HashMap<>(Map.of("length", new HashMap<>(Map.of("max", 40)))));
        return attribute;
    }
}
