/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: Sign in with Apple, as an identity provider that Keycloak's console and login page know too. */
@NullMarked
package io.github.keycloakheimdall.apple;

import org.jspecify.annotations.NullMarked;
