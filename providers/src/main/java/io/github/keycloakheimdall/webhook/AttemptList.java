/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

/** What was sent last, the newest first: a bare list, as the contract had it first. */
record AttemptList(@JsonValue List<AttemptEntry> rows) implements ApiResponse {}
