/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change; null leaves it as it is, and so does a setting that {@code config} does not name. */
record PatchProviderRequest(
        @Nullable Map<String, Object> config, @Nullable Boolean enabled) implements ApiRequest {}
