/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.PlatformApi;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each route that is about a user, of both doors, once about someone of a directory. */
@OnOneDatabase
@Tag("long")
@ExtendWith(KeycloakExtension.class)
class EveryRouteIT {

    /** These are about no user. */
    private static final String OTHERS =
            "|/(clone|status|\\.well-known|admin/(roles|permissions)|roles|permissions|api-keys|audit-sink|auth-config"
                    + "|credentials|health|notification-settings|oauth/token|webhook)(/.*)?"
                    + "|/tenants(/\\{tenant_id})?|/end-users/invites/\\{invite_id}|/end-user-insights";

    @Test
    void givenTheRoutes_whenLookingForThoseAboutUsers_thenEachIsCalledHere() {
        assertThat(Stream.of(ConsumerApi.class, PlatformApi.class)
                        .flatMap(api -> new RouteTable(api).routes().stream())
                        .filter(route -> !route.template().matches(OTHERS)
                                || route.template().equals("/roles/assign"))
                        .map(EveryRouteIT::name))
                .isSubsetOf(RouteCalls.names());
    }

    @ParameterizedTest
    // Keycloak has no UNSYNCED without import.
    @CsvSource({"READ_ONLY, true", "READ_ONLY, false", "WRITABLE, true", "WRITABLE, false", "UNSYNCED, true"})
    void givenSomeoneOfADirectory_whenCallingEachRoute_thenItIsNeverTheServersFault(
            String mode, boolean imports, RunningKeycloak server) {
        try (App app = App.fresh().createOn(server);
                Directory directory = Directory.of(mode).trustingEmails()) {
            directory.with("importEnabled", Boolean.toString(imports)).join(app);
            RouteCalls calls = new RouteCalls(app, directory);
            SoftAssertions all = new SoftAssertions();
            for (String route : RouteCalls.names()) {
                RouteCalls.Call call = calls.prepare(route);
                List<String> before = directory.content();
                int status = call.send();
                all.assertThat(status).as("%s: %s", route, call.body()).isLessThan(500);
                if (status >= 400 || !mode.equals("WRITABLE")) {
                    all.assertThat(directory.content()).as(route).isEqualTo(before);
                }
            }
            all.assertAll();
        }
    }

    private static String name(Route route) {
        return route.method() + ' ' + route.template();
    }
}
