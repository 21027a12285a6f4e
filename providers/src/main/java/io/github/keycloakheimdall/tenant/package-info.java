/* SPDX-License-Identifier: Apache-2.0 */
/** Model: tenants, which are organizations of Keycloak's, their members and their roles. */
@NullMarked
package io.github.keycloakheimdall.tenant;

import org.jspecify.annotations.NullMarked;
