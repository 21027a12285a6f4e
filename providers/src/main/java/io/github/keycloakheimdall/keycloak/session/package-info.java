/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: sessions, and when they end. */
@NullMarked
package io.github.keycloakheimdall.keycloak.session;

import org.jspecify.annotations.NullMarked;
