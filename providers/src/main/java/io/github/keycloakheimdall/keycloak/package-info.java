/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Ground: all that is called of Keycloak's own implementation, which has no promise to stay as it is, in wings; here,
 * whether the server fits.
 */
@NullMarked
package io.github.keycloakheimdall.keycloak;

import org.jspecify.annotations.NullMarked;
