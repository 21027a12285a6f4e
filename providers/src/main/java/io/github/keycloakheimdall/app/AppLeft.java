/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.keycloak.provider.ProviderEvent;

/**
 * An app is to be deleted, and its mark of that is committed.
 *
 * @param realmId the id of its realm
 */
public record AppLeft(String realmId) implements ProviderEvent {}
