/* SPDX-License-Identifier: Apache-2.0 */
/** Service: second factors whose codes come by mail, here and at Keycloak's login page. */
@NullMarked
package io.github.keycloakheimdall.mailedfactor;

import org.jspecify.annotations.NullMarked;
