/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.net.URI;

/** A server that somebody else started and goes on running after the tests. */
record ExternalKeycloak(URI baseUri, String adminUsername, String adminPassword) implements RunningKeycloak {

    @Override
    public void close() {}
}
