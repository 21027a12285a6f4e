/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** Part of an app's dead letters, the newest first. */
record DeadLetterPage(List<DeadLetter> data, Pagination pagination) implements ApiResponse {}
