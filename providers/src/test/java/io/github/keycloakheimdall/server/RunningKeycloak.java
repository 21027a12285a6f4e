/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.net.URI;

/** A Keycloak with the extension that answers requests, however it was started. */
public interface RunningKeycloak extends AutoCloseable {

    /** Where it answers, with its {@code http-relative-path} and without a slash at the end. */
    URI baseUri();

    /** The name of an admin of the realm master. */
    default String adminUsername() {
        return "admin";
    }

    /** That admin's password. */
    default String adminPassword() {
        return "admin";
    }

    /** Ends what was started for it; a server that was running before is left alone. */
    @Override
    void close();
}
