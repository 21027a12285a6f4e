/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.caller.RequireAppPermission;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.platform.RequireAdminRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No route of an admin is open because its gate was forgotten. */
class RouteGatesTest {

    @Test
    void givenTheRoutesOfThePlatform_whenReadingTheirAnnotations_thenEachAsksForAnAdminRole() {
        List<Route> routes = new RouteTable(PlatformApi.class).routes();

        assertThat(routes).isNotEmpty().allSatisfy(route -> assertThat(
                        route.handler().isAnnotationPresent(RequireAdminRole.class))
                .as(route.method() + ' ' + route.template())
                .isTrue());
    }

    @Test
    void givenTheRoutesOfTheAdminLane_whenReadingTheirAnnotations_thenEachAlwaysAsksForAPermission() {
        List<Route> routes = new RouteTable(ConsumerApi.class)
                .routes().stream()
                        .filter(route -> route.template().startsWith("/admin/"))
                        .toList();

        assertThat(routes).isNotEmpty().allSatisfy(route -> {
            RequireAppPermission gate = route.handler().getAnnotation(RequireAppPermission.class);
            assertThat(gate).as(route.method() + ' ' + route.template()).isNotNull();
            assertThat(gate.always())
                    .as(route.method() + ' ' + route.template())
                    .isTrue();
            assertThat(gate.value()).matches("[a-z]+\\.[a-z]+");
        });
    }
}
