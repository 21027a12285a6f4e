/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.keycloak.provider.ProviderEvent;

/**
 * Tells listeners on this node that a realm was looked after: it was changed, or first used here. It may be no app, or
 * none any more.
 */
public record AppSeen(String realmId) implements ProviderEvent {}
