/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.keycloak.provider.ProviderEvent;

/** Tells listeners on this node that something of the app is to be kept for another time than before. */
public record RetentionChanged(String realmId) implements ProviderEvent {}
