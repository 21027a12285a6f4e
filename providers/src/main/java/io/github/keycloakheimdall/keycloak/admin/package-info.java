/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: admins, and what Keycloak's own evaluators let them do. */
package io.github.keycloakheimdall.keycloak.admin;
