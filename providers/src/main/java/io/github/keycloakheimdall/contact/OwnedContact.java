/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import org.keycloak.models.UserModel;

/** A contact and whose it is. */
public record OwnedContact(UserModel user, Contact contact) {}
