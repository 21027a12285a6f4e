/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: users, in Keycloak's database and in directories. */
@NullMarked
package io.github.keycloakheimdall.keycloak.user;

import org.jspecify.annotations.NullMarked;
