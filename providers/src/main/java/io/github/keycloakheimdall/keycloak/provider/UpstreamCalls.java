/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.DeadlineClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpResponse;

/** Keycloak's HTTP client, for calls that share a deadline and read no more than a megabyte each. */
final class UpstreamCalls implements HttpClientProvider {

    static final int MAX_BYTES = 1024 * 1024;

    private final CloseableHttpClient client;

    /** The time starts now. */
    UpstreamCalls(HttpClientProvider keycloaks) {
        this.client = new DeadlineClient(keycloaks.getHttpClient());
    }

    @Override
    public CloseableHttpClient getHttpClient() {
        return client;
    }

    @Override
    public String getString(String uri) throws IOException {
        try (SimpleHttpResponse answer = SimpleHttp.create(client)
                .withMaxConsumedResponseSize(MAX_BYTES)
                .doGet(uri)
                .asResponse()) {
            if (answer.getStatus() < 200 || answer.getStatus() >= 300) {
                throw new IOException("It answered " + answer.getStatus());
            }
            return answer.asString();
        }
    }

    @Override
    public InputStream getInputStream(String uri) throws IOException {
        return new ByteArrayInputStream(getString(uri).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long getMaxConsumedResponseSize() {
        return MAX_BYTES;
    }

    @Override
    public int postText(String uri, String text) {
        throw new UnsupportedOperationException("No provider is sent a text");
    }

    @Override
    public void close() {
        // The client is Keycloak's.
    }
}
