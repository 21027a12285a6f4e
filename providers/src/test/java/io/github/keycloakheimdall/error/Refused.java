/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import java.util.List;
import java.util.Objects;

/** What a refusal tells of fields, for tests that have no answer to read. */
public final class Refused {

    private Refused() {}

    public static List<FieldError> fields(ApiException refused) {
        return Objects.requireNonNull(refused.body().errors());
    }
}
