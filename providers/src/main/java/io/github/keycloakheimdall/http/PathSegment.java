/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.core.UriBuilder;

/** One part of a URL's path. */
public final class PathSegment {

    private PathSegment() {}

    /** The text as a path has it: what means something there is escaped. */
    public static String escaped(String text) {
        return UriBuilder.fromUri("/")
                .path("{segment}")
                .build(text)
                .getRawPath()
                .substring(1);
    }
}
