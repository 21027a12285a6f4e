/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.architecture.CallGraph;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.limit.RateLimited;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of every route the document says whether a bearer is needed, may come along, or is of no use. */
class DocumentedAccessTest {

    private static final SecurityRequirement BEARER = new SecurityRequirement().addList("bearer");
    private static final List<SecurityRequirement> NEEDED = List.of(BEARER);
    private static final List<SecurityRequirement> WELCOME = List.of(new SecurityRequirement(), BEARER);

    /** Below the issuer there are the documents of {@code /.well-known} once more, which the doors do not lead to. */
    private static final String ISSUER = "/{}/.well-known/";

    /** Whoever opens another route that takes no notice of a bearer adds it here. */
    private static final Set<String> HEEDLESS = Set.of(
            "GET /auth/oauth/{provider}/authorize",
            "GET /auth/oauth/{provider}/callback",
            "GET /auth/oauth/{provider}/link",
            "POST /auth/oauth/{provider}/callback",
            "GET /avatars/{account_id}",
            "GET /.well-known/jwks.json",
            "GET /.well-known/openid-configuration",
            "GET /.well-known/oauth-authorization-server");

    /** Open at the gate, and refuses who has no bearer. */
    private static final Set<String> ASKING = Set.of("POST /oauth/introspect");

    /** The other open routes. */
    private static final Set<String> HEEDING = AccessTest.OPEN.stream()
            .filter(route -> !HEEDLESS.contains(route) && !ASKING.contains(route))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Operation> DOCUMENTED = documented();

    @TestFactory
    Stream<DynamicTest> givenARoute_whenReadingTheDocument_thenItAsksForABearerAsTheRouteDoes() {
        return routes().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> assertThat(
                                DOCUMENTED.get(route.getKey()).getSecurity())
                        .isEqualTo(expected(route.getValue()))));
    }

    @Test
    void givenTheDocument_whenLookingForRoutes_thenItHasThoseAlone() {
        assertThat(DOCUMENTED.keySet())
                .filteredOn(operation -> !operation.contains(ISSUER))
                .containsExactlyInAnyOrderElementsOf(routes().keySet());
    }

    @Test
    void givenTheDocumentsBelowTheIssuer_thenTheyAskForNothing() {
        assertThat(DOCUMENTED.entrySet())
                .filteredOn(operation -> operation.getKey().contains(ISSUER))
                .hasSize(3)
                .allSatisfy(operation ->
                        assertThat(operation.getValue().getSecurity()).isEmpty());
    }

    /** A browser that is sent somewhere brings no bearer along. */
    @Test
    void givenTheOpenRoutes_whenLookingWhichHeedABearer_thenTheyAreThoseThatAreMeant() {
        assertThat(new RouteTable(ConsumerApi.class)
                        .routes().stream()
                                .filter(route -> access(route).open())
                                .filter(route -> !new ApiPath(ApiPath.Door.CONSUMER, route.template()).isForBrowsers())
                                .filter(route -> route.handler().isAnnotationPresent(RateLimited.class)
                                        || CallGraph.reaches(route.handler(), Bearer.class))
                                .map(DocumentedAccessTest::nameOf))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(HEEDING.stream(), ASKING.stream()).toList());
    }

    private static List<SecurityRequirement> expected(Route route) {
        String name = nameOf(route);
        if (!access(route).open() || ASKING.contains(name)) {
            return NEEDED;
        }
        return HEEDING.contains(name) ? WELCOME : List.of();
    }

    private static Access access(Route route) {
        return route.handler().getAnnotation(Access.class);
    }

    private static String nameOf(Route route) {
        return route.method() + ' ' + route.template();
    }

    private static Map<String, Route> routes() {
        Map<String, Route> routes = new HashMap<>();
        Map.of("/{slug}/v1", ConsumerApi.class, "/v1/apps/{app_id}", PlatformApi.class, "/v1", ServerApi.class)
                .forEach((door, api) -> new RouteTable(api)
                        .routes()
                        .forEach(route -> routes.put(nameOf(route.method(), door + route.template()), route)));
        return routes;
    }

    private static Map<String, Operation> documented() {
        Map<String, Operation> operations = new HashMap<>();
        new OpenAPIV3Parser()
                .read(Path.of("target", "classes", "META-INF", "heimdall-openapi.yaml")
                        .toAbsolutePath()
                        .toString())
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(nameOf(method.name(), path), operation)));
        return operations;
    }

    private static String nameOf(String method, String path) {
        return method + ' ' + path.replaceAll("\\{[^}]+}", "{}");
    }
}
