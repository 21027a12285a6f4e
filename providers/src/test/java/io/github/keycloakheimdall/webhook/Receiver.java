/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** An app's backend that takes events, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile Reply reply = exchange -> answer(exchange, 200, "ok");

    /** What it does with a request that it read. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Something that it was sent. Names of headers are in lower case. */
    public record Delivery(String path, Map<String, String> headers, String body) {

        public JsonPath json() {
            return JsonPath.from(body);
        }

        public String type() {
            return json().getString("type");
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        deliveries.add(new Delivery(exchange.getRequestURI().getPath(), headers, body));
        reply.to(exchange);
        exchange.close();
    }

    /** Answers with that status and body. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** From now on. */
    public Receiver replying(Reply next) {
        reply = next;
        return this;
    }

    /** From now on that status, with a few words. */
    public Receiver replying(int status) {
        return replying(exchange -> answer(exchange, status, status == 204 ? "" : "status " + status));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** All that came so far. */
    public List<Delivery> deliveries() {
        return deliveries;
    }

    /** What came so far of that type. */
    public List<Delivery> of(String type) {
        return deliveries.stream()
                .filter(delivery -> delivery.type().equals(type))
                .toList();
    }

    /** Waits for so many in all, and gives them back. */
    public List<Delivery> await(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> deliveries.size() >= count);
        return deliveries;
    }

    /** Waits for one of that type, and gives it back. */
    public Delivery await(String type) {
        Awaitility.await(type)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !of(type).isEmpty());
        return of(type).get(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
