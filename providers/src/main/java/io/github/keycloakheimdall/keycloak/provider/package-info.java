/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: identity providers, asked through Keycloak's own classes for them. */
@NullMarked
package io.github.keycloakheimdall.keycloak.provider;

import org.jspecify.annotations.NullMarked;
