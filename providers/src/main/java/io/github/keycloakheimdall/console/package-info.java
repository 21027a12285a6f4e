/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the tab in Keycloak's admin console where an app's toggles are. */
@NullMarked
package io.github.keycloakheimdall.console;

import org.jspecify.annotations.NullMarked;
