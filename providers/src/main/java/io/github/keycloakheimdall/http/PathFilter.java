/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses parameters of a path's segments, as in {@code /acme;a=b/v1/me}, which a proxy in front may not read as the
 * server does. Keycloak itself refuses them since 26.7, before any filter.
 */
@Provider
@PreMatching
public final class PathFilter implements ContainerRequestFilter {

    /** Where the server keeps the segments of a path that it found a semicolon in; it takes them out of all else. */
    private static final String SEGMENTS = "$RR$PathSegments";

    /** @throws ApiException 400 for parameters in a path of the API */
    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if ((path.indexOf(';') >= 0 || request.getProperty(SEGMENTS) != null)
                && ApiPath.of(path).isPresent()) {
            throw ApiException.badRequest("The path must not have parameters");
        }
    }
}
