/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Ground: what a server is, whatever runs on it: transactions, time, its database, its HTTP client, and which of
 * Keycloak's lines it is of.
 */
@NullMarked
package io.github.keycloakheimdall.keycloak.runtime;

import org.jspecify.annotations.NullMarked;
