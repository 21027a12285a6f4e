/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.AbortableHttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/** An HTTP client all of whose calls are cut off at one moment, also while an answer is being read. */
@SuppressWarnings("deprecation")
public final class DeadlineClient extends CloseableHttpClient {

    private static final long LIMIT_MILLIS = 10_000;

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heimdall-upstream-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final CloseableHttpClient client;
    private final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);

    public DeadlineClient(CloseableHttpClient client) {
        this.client = client;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("The provider took too long");
        }
        if (request instanceof HttpUriRequest call && request instanceof AbortableHttpRequest) {
            WATCH.schedule(call::abort, left, TimeUnit.NANOSECONDS);
        }
        return client.execute(target, request, context);
    }

    @Override
    public void close() {
        // It is Keycloak's, and shared.
    }

    @Override
    @Deprecated
    public HttpParams getParams() {
        return client.getParams();
    }

    @Override
    @Deprecated
    public ClientConnectionManager getConnectionManager() {
        return client.getConnectionManager();
    }
}
