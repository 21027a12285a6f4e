/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** Part of an app's invites, the newest first. */
record InvitePage(List<Invite> data, Pagination pagination) implements ApiResponse {}
