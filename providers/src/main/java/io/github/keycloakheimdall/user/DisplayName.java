/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AppModel;
import org.keycloak.models.UserModel;

/** The name that a user is shown by. */
public final class DisplayName {

    private DisplayName() {}

    /** The display name, or null. */
    public static String of(UserModel user) {
        return user.getFirstAttribute(AppModel.DISPLAY_NAME);
    }

    /** Sets it; null leaves it as it is, the empty string takes it away. */
    public static void set(UserModel user, String name) {
        if (name == null) {
            return;
        }
        if (name.isEmpty()) {
            user.removeAttribute(AppModel.DISPLAY_NAME);
        } else {
            user.setSingleAttribute(AppModel.DISPLAY_NAME, name);
        }
    }
}
