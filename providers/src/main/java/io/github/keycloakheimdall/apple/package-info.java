/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: Sign in with Apple, as an identity provider that Keycloak's console and login page know too. */
package io.github.keycloakheimdall.apple;
