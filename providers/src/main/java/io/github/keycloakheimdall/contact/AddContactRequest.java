/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

record AddContactRequest(
        @NotNull @Pattern(regexp = "email|phone") String type,
        @NotNull @Size(min = 3, max = 254) String value) implements ApiRequest {

    ContactType contactType() {
        return ContactType.valueOf(type.toUpperCase(Locale.ROOT));
    }
}
