/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: admins, and what Keycloak's own evaluators let them do. */
@NullMarked
package io.github.keycloakheimdall.keycloak.admin;

import org.jspecify.annotations.NullMarked;
