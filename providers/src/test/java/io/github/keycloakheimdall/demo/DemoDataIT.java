/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoDataIT {

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenAnAppWithoutUsers_whenFilledTwice_thenItsUsersAreThereOnce() {
        assertThat(DemoData.fill(app.server(), app.slug())).isTrue();
        assertThat(DemoData.fill(app.server(), app.slug())).isFalse();

        app.platform()
                .as(Method.GET, "/end-users", null)
                .statusCode(200)
                .body("data.username", contains("alan", "edith", "grace", "tim"))
                .body("data.status", contains("active", "active", "active", "suspended"));
        app.platform()
                .as(Method.GET, "/end-users/invites", null)
                .statusCode(200)
                .body("data.email", contains("katherine@example.com"));
    }
}
