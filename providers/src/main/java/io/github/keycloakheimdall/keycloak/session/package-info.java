/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: sessions, and when they end. */
package io.github.keycloakheimdall.keycloak.session;
