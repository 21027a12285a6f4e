/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** @param primary whether it is to be the primary one at once, which no contact is before it is verified */
record AddContactRequest(
        @NotNull @Pattern(regexp = "email|phone") String type,
        @NotNull @Size(min = 3, max = 254) String value,
        @JsonProperty("is_primary") @Nullable Boolean primary)
        implements ApiRequest {

    ContactType contactType() {
        return ContactType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    /** @throws ApiException 400 when it asks for what will not be done */
    AddContactRequest requirePlain() {
        if (Boolean.TRUE.equals(primary)) {
            throw ApiException.invalid(
                    "is_primary", FieldFault.NOT_ALLOWED, "must be false; promote the contact when it is verified");
        }
        return this;
    }
}
