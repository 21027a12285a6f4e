/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.FormBody;
import jakarta.validation.constraints.NotNull;

/** Client and secret are here or in an {@code Authorization: Basic} header. */
record ClientCredentialsRequest(@NotNull String grantType, String clientId, String clientSecret) implements ApiRequest {

    static ClientCredentialsRequest of(FormBody form) {
        return new ClientCredentialsRequest(form.get("grant_type"), form.get("client_id"), form.get("client_secret"));
    }
}
