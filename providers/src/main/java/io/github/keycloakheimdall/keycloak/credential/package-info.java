/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: passwords and second factors, their failures, and what stands between them and a sign-in. */
@NullMarked
package io.github.keycloakheimdall.keycloak.credential;

import org.jspecify.annotations.NullMarked;
