/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiRequest;

record CodeMailRequest(@NotNull @Size(max = 254) String email) implements ApiRequest {

    /** @throws ApiException 400 when it is no email */
    String value() {
        return ContactType.EMAIL.normalize("email", email);
    }
}
