/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Names the contact that a code is for: exactly one of the two. */
record CodeRequest(
        @Size(max = 254) @Nullable String email,
        @Size(max = 64) @Nullable String phone) implements ApiRequest {

    /** @throws ApiException 400 unless one of the two is named */
    ContactType type() {
        if ((email == null) == (phone == null)) {
            throw notOne();
        }
        return email != null ? ContactType.EMAIL : ContactType.PHONE;
    }

    /** @throws ApiException 400 unless one of the two is named, and when it is no email or no phone number */
    String value() {
        if (email != null && phone == null) {
            return ContactType.EMAIL.normalize("email", email);
        }
        if (phone != null && email == null) {
            return ContactType.PHONE.normalize("phone", phone);
        }
        throw notOne();
    }

    private static ApiException notOne() {
        return ApiException.badRequest("Provide exactly one of email or phone");
    }
}
