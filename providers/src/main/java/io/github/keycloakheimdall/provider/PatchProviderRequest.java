/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;

/** What to change; null leaves it as it is, and so does a setting that {@code config} does not name. */
record PatchProviderRequest(Map<String, Object> config, Boolean enabled) implements ApiRequest {}
