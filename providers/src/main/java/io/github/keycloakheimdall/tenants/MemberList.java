/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

record MemberList(List<MemberResponse> data, Pagination pagination) implements ApiResponse {}
