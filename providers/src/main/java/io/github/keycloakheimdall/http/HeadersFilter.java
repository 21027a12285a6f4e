/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Settles the headers that Keycloak asks for while it answers, and would make a 500 of any answer where it cannot read
 * them: a content type that is none is taken for unknown bytes, which the routes refuse where they read a body, and an
 * accepted one that is none for any, as the routes take it. A request of HTTP/1.0 that names no host is refused, as
 * there is no URL of it.
 */
@Provider
@PreMatching
public final class HeadersFilter implements ContainerRequestFilter {

    /** @throws ApiException 400 without a host */
    @Override
    public void filter(ContainerRequestContext request) {
        if (ApiPath.of(request.getUriInfo().getPath()).isEmpty()) {
            return;
        }
        if (!isReadable(request::getMediaType)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        if (!isReadable(request::getAcceptableMediaTypes)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        if (!hasHost(request)) {
            throw ApiException.badRequest("The request names no host");
        }
    }

    private static boolean isReadable(Runnable read) {
        try {
            read.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The header does not tell: HTTP/2 has another for it. The server fails where it has no host to make a URL of. */
    private static boolean hasHost(ContainerRequestContext request) {
        try {
            request.getUriInfo().getRequestUri();
            return true;
        } catch (NullPointerException noHost) {
            return false;
        }
    }
}
