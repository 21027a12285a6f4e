/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that leads every CONNECT to one port of this machine, whatever host it is for. */
final class TunnelProxy implements AutoCloseable {

    private static final byte[] READY = "HTTP/1.1 200 Ready\r\n\r\n".getBytes(US_ASCII);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listening;
    private final int target;

    TunnelProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.submit(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Void listen() throws IOException {
        while (!listening.isClosed()) {
            Socket caller = listening.accept();
            threads.submit(() -> connect(caller));
        }
        return null;
    }

    private Void connect(Socket caller) throws IOException {
        skipHead(caller.getInputStream());
        caller.getOutputStream().write(READY);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        threads.submit(() -> pass(server, caller));
        return pass(caller, server);
    }

    /** Until one of both hangs up. */
    private static Void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (SocketException hungUp) {
            // Ends the tunnel, which is all that there is to do.
        }
        return null;
    }

    private static void skipHead(InputStream head) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int next = head.read();
            if (next < 0) {
                throw new IOException("The caller hung up");
            }
            if (next == '\n') {
                ends++;
            } else if (next != '\r') {
                ends = 0;
            }
        }
    }
}
