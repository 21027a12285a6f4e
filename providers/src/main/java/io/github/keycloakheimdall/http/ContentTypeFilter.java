/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes a content type that is none for unknown bytes, which the routes refuse where they read a body. Keycloak asks
 * for the request's media type while it answers, and would make a 500 of any answer.
 */
@Provider
@PreMatching
public final class ContentTypeFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (ApiPath.of(request.getUriInfo().getPath()).isPresent() && !isReadable(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    private static boolean isReadable(ContainerRequestContext request) {
        try {
            request.getMediaType();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
