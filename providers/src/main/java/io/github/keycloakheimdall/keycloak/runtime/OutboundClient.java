/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;

/**
 * Posts to machines that others chose, with Keycloak's truststore and proxies. Connects to the very addresses that it
 * looked at, keeps no connection, follows no redirect, and gives up after a time, however the receiver drips. Thread
 * safe.
 */
public final class OutboundClient implements AutoCloseable {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int TOTAL_MILLIS = 15_000;
    private static final int MAX_EXCERPT = 1024;
    private static final int MAX_CONNECTIONS = 256;

    private static final RequestConfig CALL = RequestConfig.custom()
            .setConnectTimeout(CONNECT_MILLIS)
            .setConnectionRequestTimeout(CONNECT_MILLIS)
            .setSocketTimeout(TOTAL_MILLIS)
            .setRedirectsEnabled(false)
            .build();

    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock;

    /**
     * @param allowed asked of every address before it is connected to
     * @param clock ends what takes too long
     */
    public OutboundClient(KeycloakSession session, Predicate<InetAddress> allowed, ScheduledExecutorService clock) {
        this.http = client(session, allowed);
        this.clock = clock;
    }

    /**
     * What came back.
     *
     * @param retryAfter the header of that name, or null
     * @param excerpt the first {@value #MAX_EXCERPT} bytes of the body
     */
    public record Reply(int status, @Nullable String retryAfter, String excerpt) {}

    /** @throws IOException when there is no answer, or none in time */
    public Reply post(String url, Map<String, String> headers, String json) throws IOException {
        HttpPost request = new HttpPost(url);
        request.setConfig(CALL);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end = clock.schedule(request::abort, TOTAL_MILLIS, TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse answer = http.execute(request)) {
            Header retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
            Reply reply = new Reply(
                    answer.getStatusLine().getStatusCode(),
                    retryAfter == null ? null : retryAfter.getValue(),
                    excerpt(answer.getEntity()));
            // What else the receiver wants to say is not listened to.
            request.abort();
            return reply;
        } catch (IOException | RuntimeException failure) {
            if (request.isAborted()) {
                throw new IOException("no answer within " + TOTAL_MILLIS / 1000 + " seconds", failure);
            }
            throw failure;
        } finally {
            end.cancel(false);
        }
    }

    private static String excerpt(@Nullable HttpEntity body) throws IOException {
        if (body == null) {
            return "";
        }
        try (InputStream content = body.getContent()) {
            return new String(content.readNBytes(MAX_EXCERPT), StandardCharsets.UTF_8).replace('\0', '?');
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static CloseableHttpClient client(KeycloakSession session, Predicate<InetAddress> allowed) {
        OutboundProxies proxies = OutboundProxies.configured();
        HttpClientBuilder builder = new HttpClientBuilder() {
            @Override
            protected org.apache.http.impl.client.HttpClientBuilder getApacheHttpClientBuilder() {
                return super.getApacheHttpClientBuilder()
                        .setDnsResolver(host -> resolve(host, proxies.has(host) ? any -> true : allowed))
                        .setUserAgent("keycloak-heimdall")
                        .disableRedirectHandling()
                        .disableAutomaticRetries();
            }
        };
        builder.disableCookies(true)
                .reuseConnections(false)
                .connectionPoolSize(MAX_CONNECTIONS)
                .maxPooledPerRoute(MAX_CONNECTIONS)
                .maxConnectionIdleTime(0, TimeUnit.MILLISECONDS)
                .proxyMappings(proxies.mappings());
        TruststoreProvider truststore = session.getProvider(TruststoreProvider.class);
        if (truststore != null && truststore.getTruststore() != null) {
            builder.hostnameVerification(truststore.getPolicy()).trustStore(truststore.getTruststore());
        }
        return builder.build();
    }

    /** What was looked at is what is connected to: a name that leads elsewhere a moment later changes nothing. */
    private static InetAddress[] resolve(String host, Predicate<InetAddress> allowed) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(allowed)) {
            throw new UnknownHostException(host + " leads to an address that is not public");
        }
        return found;
    }
}
