/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;

/**
 * Where to tell what happens, and what of it.
 *
 * @param eventTypes none tells nothing
 */
record UpsertWebhookRequest(
        @NotNull @Size(max = 2048) String url,
        @NotNull @Size(max = 100) List<String> eventTypes) implements ApiRequest {}
