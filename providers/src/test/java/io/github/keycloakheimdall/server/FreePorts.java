/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface that nobody listens on. */
public final class FreePorts {

    private FreePorts() {}

    /** A port that was free a moment ago; the system hands them out in turns, so two calls give two ports. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    /**
     * Returns if nobody listens on the port, so that the answers of another server are not taken for those of the one
     * to be started.
     *
     * @throws IllegalStateException if somebody does
     */
    static void requireFree(int port) {
        if (!isFree(port)) {
            throw new IllegalStateException("Port " + port + " is in use");
        }
    }

    /** Whether nobody listens on the port. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask for port " + port, e);
        }
    }
}
