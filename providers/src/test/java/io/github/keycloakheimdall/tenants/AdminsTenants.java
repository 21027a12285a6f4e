/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/**
 * The tenants of an app as an admin has them.
 *
 * @param app whose tenants they are
 */
record AdminsTenants(App app) {

    /** @param below what follows {@code /tenants} */
    ValidatableResponse call(Method method, String below, Object body) {
        return app.admin()
                .request(method, "/v1/apps/" + app.slug() + "/tenants" + below, body)
                .then();
    }

    /** The id of a new tenant. */
    String made() {
        return call(Method.POST, "", Map.of("display_name", unique("Tenant")))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse add(String id, Tokens user, String role) {
        return call(Method.POST, "/" + id + "/members", Map.of("account_id", user.userId(), "role_name", role));
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
