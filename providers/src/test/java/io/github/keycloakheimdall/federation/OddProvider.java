/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A provider that answers as no provider should. */
final class OddProvider implements BeforeAllCallback, AfterAllCallback {

    private static final int PIECE = 64 * 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Where everything is. */
    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Has it answer so at a path; gives back its URL. */
    String at(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return base() + path;
    }

    /** Has it answer nothing at a path any more. */
    void forget(String path) {
        server.removeContext(path);
    }

    /** Has it answer so at a path of its own; gives back its URL. */
    String anywhere(HttpHandler handler) {
        return at("/" + served.incrementAndGet() + "/", handler);
    }

    static HttpHandler json(String body) {
        return answering(200, "application/json", body);
    }

    static HttpHandler answering(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    static HttpHandler redirecting(String elsewhere) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        };
    }

    /** Takes the request and says nothing. */
    HttpHandler hanging() {
        return exchange -> {
            try (exchange) {
                over.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Answers with a byte now and then, and never to the end. */
    HttpHandler dripping() {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!over.await(1, TimeUnit.SECONDS)) {
                    out.write(' ');
                    out.flush();
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Answers with so many spaces before the body, as JSON may have them. */
    static HttpHandler padded(long spaces, String body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = " ".repeat(PIECE).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (long sent = 0; sent < spaces; sent += PIECE) {
                    out.write(piece);
                }
                out.write(body.getBytes(UTF_8));
            }
        };
    }
}
