/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.AppStatus;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.http.ApiRequest;

record UpdateAppStatusRequest(
        @NotNull @Pattern(regexp = "active|suspended|archived")
        String status) implements ApiRequest {

    AppStatus wanted() {
        return AppStatus.stored(status);
    }
}
