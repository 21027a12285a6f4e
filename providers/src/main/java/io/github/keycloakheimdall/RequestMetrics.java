/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.http.ApiPath;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Times the API's requests and counts its refusals, in Keycloak's own {@code /metrics} where those are enabled. Labels
 * are routes as they are declared, never what a caller wrote: neither apps nor users nor made-up paths add a time
 * series.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class RequestMetrics implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String START = RequestMetrics.class.getName();
    private static final Tags NO_ROUTE = Tags.of("method", "none", "route", "none");

    /**
     * What clients call all the time, and whose percentiles an operator wants; buckets of all routes would be too many.
     */
    private static final Set<String> HOT = Set.of(
            "/auth/signup",
            "/auth/signin",
            "/auth/refresh",
            "/me",
            "/me/permissions",
            "/verify",
            "/authorize",
            "/oauth/token",
            "/oauth/introspect");

    private static final Duration[] BUCKETS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final MeterProvider<Timer> REQUESTS = requests().withRegistry(Metrics.globalRegistry);
    private static final MeterProvider<Timer> HOT_REQUESTS =
            requests().serviceLevelObjectives(BUCKETS).withRegistry(Metrics.globalRegistry);
    private static final MeterProvider<Counter> REFUSALS = Counter.builder("heimdall.refusals")
            .description("Requests of the Heimdall API that were answered with a status of 400 or more")
            .withRegistry(Metrics.globalRegistry);

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(START, System.nanoTime());
    }

    /** Comes after {@link AnswerFilter}, which settles the status: answers are filtered by falling priority. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (Metrics.globalRegistry.getRegistries().isEmpty()) {
            return;
        }
        ApiPath.of(request.getUriInfo().getPath()).ifPresent(path -> {
            Tags route = route(request.getMethod(), path);
            int status = answer.getStatus();
            if (request.getProperty(START) instanceof Long start) {
                boolean hot = path.door() == ApiPath.Door.CONSUMER && HOT.contains(path.route()) && route != NO_ROUTE;
                (hot ? HOT_REQUESTS : REQUESTS)
                        .withTags(route.and("outcome", outcome(status)))
                        .record(Duration.ofNanos(System.nanoTime() - start));
            }
            if (status >= 400) {
                REFUSALS.withTags(route.and("status", Integer.toString(status))).increment();
            }
        });
    }

    private static Timer.Builder requests() {
        return Timer.builder("heimdall.requests").description("Requests of the Heimdall API");
    }

    private static Tags route(String method, ApiPath path) {
        String door =
                switch (path.door()) {
                    case CONSUMER -> "/{slug}/v1";
                    case PLATFORM -> "/v1/apps/{app_id}";
                    case SERVER -> "/v1";
                };
        return Routes.find(method, path)
                .map(route -> Tags.of("method", route.method(), "route", door + route.template()))
                .orElse(NO_ROUTE);
    }

    private static String outcome(int status) {
        if (status >= 500) {
            return "failed";
        }
        return status >= 400 ? "refused" : "served";
    }
}
