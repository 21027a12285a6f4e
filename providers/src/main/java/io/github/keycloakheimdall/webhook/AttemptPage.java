/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** Part of what was sent, the newest first. */
record AttemptPage(List<AttemptEntry> data, Pagination pagination) implements AttemptListOrPage {}
