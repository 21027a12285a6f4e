/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proves that the owner has the factor.
 *
 * @param codes two of an authenticator app
 * @param code the mailed one
 */
record ConfirmRequest(
        @Size(min = 2, max = 2) @Nullable List<String> codes,
        @Size(max = 64) @Nullable String code) implements ApiRequest {}
