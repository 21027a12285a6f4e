/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** Part of a log, the newest first. */
record ActivityPage(List<ActivityEntry> data, Pagination pagination) implements ApiResponse {}
