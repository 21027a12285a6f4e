/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * Whether a user may sign in. Keycloak knows enabled and disabled; an attribute tells the two kinds of disabled apart.
 */
public enum UserStatus {
    ACTIVE,
    SUSPENDED,
    DEACTIVATED;

    /** Each {@link #word} as a pattern. */
    public static final String WORDS = "active|suspended|deactivated";

    /** The status of that name. */
    public static Optional<UserStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** The status of a user. */
    public static UserStatus of(UserModel user) {
        return of(user.isEnabled(), user.getFirstAttribute(ProfileAttributes.STATUS));
    }

    /** The status of a user; one disabled in the console is suspended. */
    static UserStatus of(boolean enabled, @Nullable String attribute) {
        if (enabled) {
            return ACTIVE;
        }
        return DEACTIVATED.word().equals(attribute) ? DEACTIVATED : SUSPENDED;
    }

    /** Gives the user this status. */
    public void applyTo(UserModel user) {
        user.setEnabled(this == ACTIVE);
        if (this == DEACTIVATED) {
            user.setSingleAttribute(ProfileAttributes.STATUS, word());
        } else {
            user.removeAttribute(ProfileAttributes.STATUS);
        }
    }

    /** The name in requests, answers and the attribute. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
