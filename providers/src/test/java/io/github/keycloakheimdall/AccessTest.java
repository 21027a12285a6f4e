/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No route of either door is open, or closed, because someone forgot to say who enters. */
class AccessTest {

    /** Whoever opens another route to anyone adds it here. */
    static final Set<String> OPEN = Set.of(
            "POST /auth/signup",
            "POST /auth/signin",
            "POST /auth/mfa/verify",
            "POST /auth/mfa/send-code",
            "POST /auth/mfa/recover",
            "POST /auth/refresh",
            "POST /auth/logout",
            "POST /auth/verify",
            "POST /auth/reset-password",
            "POST /auth/accept-invite",
            "GET /auth/oauth/{provider}/authorize",
            "GET /auth/oauth/{provider}/callback",
            "GET /auth/oauth/{provider}/link",
            "POST /auth/oauth/{provider}/callback",
            "POST /auth/oauth/{provider}",
            "POST /auth/oauth/exchange",
            "GET /avatars/{account_id}",
            "POST /oauth/token",
            "POST /oauth/introspect",
            "POST /verify",
            "POST /authorize",
            "POST /authorize/batch",
            "GET /.well-known/jwks.json",
            "GET /.well-known/openid-configuration",
            "GET /.well-known/oauth-authorization-server");

    @TestFactory
    Stream<DynamicTest> givenARouteOfTheConsumerApi_whenReadingItsAccess_thenItSaysWhoEnters() {
        return tests(ConsumerApi.class, AccessTest::admitsAtTheConsumerDoor);
    }

    @TestFactory
    Stream<DynamicTest> givenARouteOfThePlatformApi_whenReadingItsAccess_thenItNamesAnAdminRole() {
        return tests(PlatformApi.class, access -> assertThat(access.admin()).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> givenARouteAboutNoOneApp_whenReadingItsAccess_thenItNamesARightOfAdmins() {
        return tests(ServerApi.class, access -> assertThat(access.server()).isNotEmpty());
    }

    @Test
    void givenTheRoutesOfTheConsumerApi_whenLookingForOpenOnes_thenTheyAreThoseThatAreMeant() {
        assertThat(new RouteTable(ConsumerApi.class)
                        .routes().stream()
                                .filter(route ->
                                        access(route) != null && access(route).open())
                                .map(AccessTest::name))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void givenTheRoutesThatReachOthers_whenReadingTheirAccess_thenEachAlwaysAsksForAPermission() {
        assertThat(new RouteTable(ConsumerApi.class).routes())
                .filteredOn(route -> route.template().matches("/(admin|users|tenants)(/.*)?"))
                .isNotEmpty()
                .allSatisfy(route -> {
                    assertThat(access(route).permission()).as(name(route)).matches("[a-z]+(\\.[a-z-]+)+");
                    assertThat(access(route).whileEnforced()).as(name(route)).isFalse();
                });
    }

    @Test
    void givenTheRoutesThatChangeOthers_whenReadingTheirAccess_thenAUsersSessionMustLive() {
        assertThat(new RouteTable(ConsumerApi.class).routes())
                .filteredOn(route -> !route.method().equals("GET")
                        && Set.of(access(route).by()).contains(AppUser.class)
                        && !access(route).permission().isEmpty())
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(access(route).live()).as(name(route)).isTrue());
    }

    @Test
    void givenTheOwnAccount_whenReadingItsRoutes_thenTheyLetUsersInAlone() {
        assertThat(new RouteTable(ConsumerApi.class).routes())
                .filteredOn(route -> route.template().matches("/me(/.*)?"))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(access(route).by()).as(name(route)).containsExactly(AppUser.class));
    }

    private static Stream<DynamicTest> tests(Class<?> api, Consumer<Access> rule) {
        return new RouteTable(api)
                .routes().stream()
                        .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                            assertThat(access(route))
                                    .as("who enters %s", name(route))
                                    .isNotNull();
                            rule.accept(access(route));
                        }));
    }

    private static void admitsAtTheConsumerDoor(Access access) {
        if (access.open()) {
            assertThat(access.by()).isEmpty();
            assertThat(access.permission()).isEmpty();
        } else {
            assertThat(access.by()).isNotEmpty().isSubsetOf(AppUser.class, Machine.class, Backend.class);
        }
    }

    private static Access access(Route route) {
        return route.handler().getAnnotation(Access.class);
    }

    private static String name(Route route) {
        return route.method() + ' ' + route.template();
    }
}
