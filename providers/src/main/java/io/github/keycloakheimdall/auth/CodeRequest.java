/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiRequest;

/** Names the contact that a code is for: exactly one of the two. */
record CodeRequest(
        @Size(max = 254) String email, @Size(max = 64) String phone) implements ApiRequest {

    /** @throws ApiException 400 unless one of the two is named */
    ContactType type() {
        if ((email == null) == (phone == null)) {
            throw ApiException.badRequest("Provide exactly one of email or phone");
        }
        return email != null ? ContactType.EMAIL : ContactType.PHONE;
    }

    /** @throws ApiException 400 when it is no email or no phone number */
    String value() {
        return type() == ContactType.EMAIL ? type().normalize("email", email) : type().normalize("phone", phone);
    }
}
