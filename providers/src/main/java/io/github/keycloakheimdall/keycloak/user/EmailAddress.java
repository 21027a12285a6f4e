/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import org.keycloak.services.validation.Validation;

/** What Keycloak takes for an email address. */
public final class EmailAddress {

    private EmailAddress() {}

    /** Whether it looks like one. */
    public static boolean valid(String text) {
        return Validation.isEmailValid(text);
    }
}
