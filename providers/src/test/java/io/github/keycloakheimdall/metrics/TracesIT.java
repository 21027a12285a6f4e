/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OwnServer;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of the API in Keycloak's own traces. On a server of its own, which has them enabled. */
@Tag("own-server")
class TracesIT {

    private static final Duration EXPORTED_WITHIN = Duration.ofSeconds(30);

    private static final TraceCollector COLLECTOR = new TraceCollector();

    @RegisterExtension
    static final OwnServer own = OwnServer.named("traces", server -> server.buildOption("--tracing-enabled=true")
            .option("--tracing-protocol=http/protobuf", "--tracing-endpoint=" + COLLECTOR.endpoint()));

    private static App app;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void givenTracing_whenSigningIn_thenTheRequestsTraceHasTheRouteTheMethodAndTheDatabase() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        app.api().signin(ada).statusCode(200);

        Span request = awaited(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER
                && attribute(span, "http.route").equals("/{slug}/v1/auth/signin"));
        List<Span> trace = COLLECTOR.spans().stream()
                .filter(each -> each.getTraceId().equals(request.getTraceId()))
                .toList();

        assertThat(trace)
                .extracting(Span::getName)
                .contains("AuthResource.signin")
                .anyMatch(name -> name.startsWith("INSERT ") && name.endsWith(".OFFLINE_USER_SESSION"));
        assertThat(COLLECTOR.spans().toString()).doesNotContain(ada.password());
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(each -> each.getKey().equals(key))
                .map(each -> each.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    /** The request's own span ends last, so the rest of its trace has come before it or with it. */
    private static Span awaited(Predicate<Span> wanted) {
        return await().atMost(EXPORTED_WITHIN)
                .until(() -> COLLECTOR.spans().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
