/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: identity providers, asked through Keycloak's own classes for them. */
package io.github.keycloakheimdall.keycloak.provider;
