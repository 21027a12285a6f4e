/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import org.keycloak.provider.ProviderEvent;

/** Tells that something waits to be sent. */
record WebhookDue(String realmId) implements ProviderEvent {}
