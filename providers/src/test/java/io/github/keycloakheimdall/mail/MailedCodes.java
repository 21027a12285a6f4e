/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionTimeoutException;

/** Tells tests in other processes the codes that were mailed: {@code GET /<address>/<n>}, n counting from 1. */
public final class MailedCodes implements AutoCloseable {

    private static final int OK = 200;
    private static final int NONE = 404;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private MailedCodes() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", MailedCodes::answer);
        server.start();
    }

    public static MailedCodes serve() throws IOException {
        return new MailedCodes();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            try {
                String code = MailServer.nth(path[1], Integer.parseInt(path[2])).code();
                exchange.sendResponseHeaders(OK, code.length());
                exchange.getResponseBody().write(code.getBytes(StandardCharsets.US_ASCII));
            } catch (ConditionTimeoutException neverCame) {
                exchange.sendResponseHeaders(NONE, -1);
            }
        }
    }
}
