/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.Response;

final class StandardMessage {

    private StandardMessage() {}

    static String of(int status) {
        if (status >= 500 && status != Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            return "Internal server error";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Request refused" : known.getReasonPhrase();
    }
}
