/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: events of users and of admins, as Keycloak tells, stores and reads them. */
package io.github.keycloakheimdall.keycloak.event;
