/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param enabled null is off */
record UpsertProviderRequest(
        @NotNull Map<String, Object> config, @Nullable Boolean enabled) implements ApiRequest {}
