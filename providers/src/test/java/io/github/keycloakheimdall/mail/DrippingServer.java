/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that greets for ever, a byte every two seconds: no time-out of a single read ends that. */
final class DrippingServer implements AutoCloseable {

    private static final byte[] GREETING =
            ("220 " + "x".repeat(400) + " ESMTP\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final int SECONDS_A_BYTE = 2;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    DrippingServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** The realm setting that sends mail here. */
    Map<String, String> smtp() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(listening.getLocalPort()),
                "from", "no-reply@slow.example");
    }

    /** How many connections are being greeted. */
    int connections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                thread(() -> greet(socket));
            }
        } catch (IOException closing) {
            closed.countDown();
        }
    }

    private void greet(Socket socket) {
        open.add(socket);
        try (socket;
                OutputStream out = socket.getOutputStream()) {
            for (byte each : GREETING) {
                out.write(each);
                out.flush();
                if (closed.await(SECONDS_A_BYTE, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (IOException hungUp) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "dripping-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
    }
}
