/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** A page of apps. */
record AppList(List<AppView> data, Pagination pagination) implements ApiResponse {}
