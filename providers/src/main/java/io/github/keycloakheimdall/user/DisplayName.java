/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.user.FullName;
import io.github.keycloakheimdall.keycloak.user.ProfilePermissions;
import io.github.keycloakheimdall.keycloak.user.ProfileWriter;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The name that a user is shown by. */
public final class DisplayName {

    private DisplayName() {}

    /** The display name; the first and last name of whoever has none, or null. */
    public static @Nullable String of(UserModel user) {
        return FullName.unless(user.getFirstAttribute(AppModel.DISPLAY_NAME), user.getFirstName(), user.getLastName());
    }

    /** The display name as its owner may see it, or null. */
    public static @Nullable String seenByOwner(KeycloakSession session, UserModel user) {
        if (!ProfilePermissions.ownerMaySee(session, AppModel.DISPLAY_NAME)) {
            return null;
        }
        String own = user.getFirstAttribute(AppModel.DISPLAY_NAME);
        if (own != null) {
            return own;
        }
        return FullName.of(
                ProfilePermissions.ownerMaySee(session, UserModel.FIRST_NAME) ? user.getFirstName() : null,
                ProfilePermissions.ownerMaySee(session, UserModel.LAST_NAME) ? user.getLastName() : null);
    }

    /**
     * Sets it, whatever the realm's user profile says; null leaves it as it is, the empty string takes it away.
     *
     * @throws ApiException 400 for a name that does not show as it is written
     */
    static void set(UserModel user, @Nullable String name) {
        if (name == null) {
            return;
        }
        check(name);
        if (name.isEmpty()) {
            user.removeAttribute(AppModel.DISPLAY_NAME);
        } else {
            user.setSingleAttribute(AppModel.DISPLAY_NAME, name);
        }
    }

    /**
     * Sets it as its owner may, by the realm's user profile.
     *
     * @throws ApiException 400 as {@link #set} does, and for what the profile refuses its owner, 409 for a directory's
     */
    public static void setByOwner(KeycloakSession session, UserModel user, @Nullable String name) {
        if (name == null) {
            return;
        }
        setBy(ProfileWriter.OWNER, session, user, name);
    }

    /**
     * Sets it as an admin may, by the realm's user profile.
     *
     * @throws ApiException 400 as {@link #set} does, and for what the profile refuses admins
     */
    public static void setByAdmin(KeycloakSession session, UserModel user, @Nullable String name) {
        if (name == null) {
            return;
        }
        setBy(ProfileWriter.ADMIN, session, user, name);
    }

    private static void setBy(ProfileWriter writer, KeycloakSession session, UserModel user, String name) {
        UserStore.requireWritable(session, user, AppModel.DISPLAY_NAME);
        if (!writer.mayWrite(session, user, AppModel.DISPLAY_NAME)) {
            throw ApiException.invalid(ProfileRefusals.DISPLAY_NAME, FieldFault.READ_ONLY, "is read-only");
        }
        List<FieldError> refused = writer.objections(session, user, AppModel.DISPLAY_NAME, name).stream()
                .map(objection -> new FieldError(ProfileRefusals.DISPLAY_NAME, objection.code(), "is not valid"))
                .distinct()
                .toList();
        if (!refused.isEmpty()) {
            throw ApiException.invalid(refused);
        }
        set(user, name);
    }

    /** @throws ApiException 400 for a name that does not show as it is written; null is none */
    static void check(@Nullable String name) {
        if (name != null && !Lookalikes.isReadable(name)) {
            throw ApiException.invalid(ProfileRefusals.DISPLAY_NAME, FieldFault.MALFORMED, "is not valid");
        }
    }
}
