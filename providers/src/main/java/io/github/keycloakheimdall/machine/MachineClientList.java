/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.util.List;

/** A page of machine clients, by client id. */
record MachineClientList(List<MachineClient> data, Pagination pagination) implements ApiResponse {}
