/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: events of users and of admins, as Keycloak tells, stores and reads them. */
@NullMarked
package io.github.keycloakheimdall.keycloak.event;

import org.jspecify.annotations.NullMarked;
