/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: organizations and their groups, which are an app's tenants. */
@NullMarked
package io.github.keycloakheimdall.keycloak.organization;

import org.jspecify.annotations.NullMarked;
