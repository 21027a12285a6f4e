/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.OwnedContact;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The contact that a code just verified. */
record VerifiedContact(
        String accountId,
        String contactId,
        ContactType type,
        String value,
        @Nullable Instant verifiedAt) implements ApiResponse {

    static VerifiedContact of(OwnedContact owned) {
        return new VerifiedContact(
                owned.user().getId(),
                owned.contact().id(),
                owned.contact().type(),
                owned.contact().value(),
                owned.contact().verifiedAt());
    }
}
