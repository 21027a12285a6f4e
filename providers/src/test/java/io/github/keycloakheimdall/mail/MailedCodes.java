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
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Tells tests in other processes the codes that were mailed: {@code GET /<address>/<n>}, n counting from 1, empty for
 * a mail without one; and the subjects of what came so far: {@code GET /<address>}.
 */
public final class MailedCodes implements AutoCloseable {

    private static final int OK = 200;
    private static final int NONE = 404;
    private static final int EMPTY = -1;

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
                byte[] told = (path.length == 2 ? subjects(path[1]) : code(path[1], Integer.parseInt(path[2])))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(OK, told.length == 0 ? EMPTY : told.length);
                exchange.getResponseBody().write(told);
            } catch (ConditionTimeoutException neverCame) {
                exchange.sendResponseHeaders(NONE, EMPTY);
            }
        }
    }

    /** Empty where the mail has none. */
    private static String code(String address, int n) {
        ReceivedMail mail = MailServer.nth(address, n);
        return mail.hasCode() ? mail.code() : "";
    }

    private static String subjects(String address) {
        return MailServer.to(address).stream().map(ReceivedMail::subject).collect(Collectors.joining("; "));
    }
}
