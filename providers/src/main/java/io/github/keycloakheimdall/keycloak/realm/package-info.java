/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: a realm and its parts, as Keycloak keeps them: settings, keys, clients, mails, memory beside its cache. */
@NullMarked
package io.github.keycloakheimdall.keycloak.realm;

import org.jspecify.annotations.NullMarked;
