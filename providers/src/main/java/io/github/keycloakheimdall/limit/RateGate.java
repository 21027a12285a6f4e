/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.limit;

import io.github.keycloakheimdall.allowance.AddressScope;
import io.github.keycloakheimdall.allowance.TokenBuckets;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.key.RawKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/**
 * Holds an address against {@link RateLimited}. Runs before all that costs something: the other gates, the body, the
 * hash of a password. A refusal writes nothing anywhere. The app's own backend, known by its API key, is not counted;
 * keys of an address that sends many that are none are not looked up for a while, and it is counted as anybody.
 */
@Provider
@RateLimited
@Priority(Priorities.AUTHENTICATION - 1)
public final class RateGate implements ContainerRequestFilter {

    private static final int ADDRESSES = 100_000;

    /** A minute; a backend with one good key sends none. */
    private static final int WRONG_KEYS = 60;

    private static final TokenBuckets<Bucket> BUCKETS = new TokenBuckets<>(Duration.ofMinutes(1), ADDRESSES);
    private static final TokenBuckets<WrongKeys> WRONG = new TokenBuckets<>(Duration.ofMinutes(1), ADDRESSES);

    private static final MeterProvider<Counter> REFUSALS = Counter.builder("heimdall.rate.limited")
            .description("Requests of the Heimdall API that came too often from their address")
            .withRegistry(Metrics.globalRegistry);

    @Context
    KeycloakSession session;

    @Context
    ResourceInfo route;

    private record Bucket(String appId, Limit limit, String address) {}

    private record WrongKeys(String appId, String address) {}

    @Override
    public void filter(ContainerRequestContext request) {
        App app = App.current(session);
        for (Limit limit :
                route.getResourceMethod().getAnnotation(RateLimited.class).value()) {
            count(app, limit);
        }
    }

    private void count(App app, Limit limit) {
        int perMinute = limit.perMinute(app.config().rateLimits());
        if (perMinute == 0) {
            return;
        }
        String address = AddressScope.of(session);
        if (isBackend(new WrongKeys(app.id(), address))) {
            return;
        }
        long wait = BUCKETS.take(new Bucket(app.id(), limit, address), perMinute);
        if (wait > 0) {
            REFUSALS.withTag("limit", limit.label()).increment();
            throw TryLater.rateLimited(wait);
        }
    }

    private boolean isBackend(WrongKeys wrong) {
        if (Bearer.of(session).flatMap(RawKey::parse).isEmpty() || WRONG.isEmpty(wrong, WRONG_KEYS)) {
            return false;
        }
        boolean known = Callers.backendIfAny(session).isPresent();
        if (!known) {
            WRONG.take(wrong, WRONG_KEYS);
        }
        return known;
    }
}
