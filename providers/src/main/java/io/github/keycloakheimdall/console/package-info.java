/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the tab in Keycloak's admin console where an app's settings are. */
package io.github.keycloakheimdall.console;
