/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AuthConfig;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may make an account without being invited, by what the app's admin set. */
public final class SignupRule {

    private final AuthConfig config;

    public SignupRule(AuthConfig config) {
        this.config = config;
    }

    /** Whether anyone may. */
    public boolean open() {
        return config.signupEnabled();
    }

    /** Whether only the app's backend may, with its key. */
    public boolean ofBackends() {
        return config.signupRequiresPak();
    }

    /** Whether the domain of that email is among those that may; null is the email of someone without one. */
    public boolean takes(@Nullable String email) {
        List<String> allowed = config.signupAllowedEmailDomains();
        return allowed.isEmpty()
                || email != null
                        && allowed.contains(
                                email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}
