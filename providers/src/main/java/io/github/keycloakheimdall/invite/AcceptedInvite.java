/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import org.jspecify.annotations.Nullable;

/**
 * What an invite that was just used grants.
 *
 * @param role the name of the role to give, or null when it was deleted since
 */
public record AcceptedInvite(String email, @Nullable String role) {}
