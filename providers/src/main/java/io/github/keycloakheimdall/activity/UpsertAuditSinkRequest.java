/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

/** Where to send the audit log. */
record UpsertAuditSinkRequest(@NotNull @Size(max = 2048) String url) implements ApiRequest {}
