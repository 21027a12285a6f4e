/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param email null for someone of whom none is known
 * @param password checked against the app's rules already; null for an account that cannot sign in yet
 * @param displayName may be null or empty
 * @param role the app role to give, or null for that of newcomers
 */
public record NewAccount(
        String username,
        @Nullable String email,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable String role) {

    NewAccount withoutDisplayName() {
        return new NewAccount(username, email, password, null, role);
    }

    NewAccount withRole(String another) {
        return new NewAccount(username, email, password, displayName, another);
    }
}
