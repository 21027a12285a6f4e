/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ErrorBody;
import io.github.keycloakheimdall.error.ErrorPage;
import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.http.Cors;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.keycloak.models.KeycloakSession;

/**
 * Gives every answer of this API its common form: an error that the server or Keycloak made gets our body, or a few
 * lines where a browser shows it; a browser gets its CORS headers; and nothing is cached unless the route says so.
 * Answers of other paths pass untouched.
 */
@Provider
public final class AnswerFilter implements ContainerResponseFilter {

    @Context
    KeycloakSession session;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        ApiPath.of(request.getUriInfo().getPath()).ifPresent(path -> {
            if (answer.getStatus() >= 400
                    && !(answer.getEntity() instanceof ErrorBody || answer.getEntity() instanceof ErrorPage)) {
                replaceError(request.getMethod(), path, answer);
            }
            if (answer.getEntity() instanceof ErrorBody refusal && path.isForBrowsers() && prefersHtml(request)) {
                answer.setEntity(ErrorPage.of(refusal), null, ErrorPage.TYPE);
                answer.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
            }
            if (HttpMethod.OPTIONS.equals(request.getMethod()) && answer.getStatus() == 200) {
                answer.setStatus(Response.Status.NO_CONTENT.getStatusCode());
                answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", Routes.methodsOf(path)));
            }
            App app = App.currentIfAny(session);
            if (app != null && path.isWellKnown()) {
                Cors.applyToAll(request, answer, () -> Routes.methodsOf(path));
            } else if (app != null) {
                Cors.apply(session, app.client(), request, answer, () -> Routes.methodsOf(path));
            }
            answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        });
    }

    /** Browsers ask for HTML when a user goes somewhere; a program that could read ours says so. */
    private static boolean prefersHtml(ContainerRequestContext request) {
        String accept = Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), "");
        return accept.contains(MediaType.TEXT_HTML) && !accept.contains(MediaType.APPLICATION_JSON);
    }

    /** Whether there is no such path or only no such method is for our routes to say: the server mixes the two up. */
    private static void replaceError(String method, ApiPath path, ContainerResponseContext answer) {
        int status = answer.getStatus();
        if (status == Response.Status.NOT_FOUND.getStatusCode()
                || status == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            SortedSet<String> methods = Routes.methodsOf(path);
            boolean wrongMethod = !methods.isEmpty() && !methods.contains(method);
            status = (wrongMethod ? Response.Status.METHOD_NOT_ALLOWED : Response.Status.NOT_FOUND).getStatusCode();
            answer.getHeaders().remove(HttpHeaders.ALLOW);
            if (wrongMethod) {
                answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
            }
        }
        answer.setStatus(status);
        answer.setEntity(ErrorBody.ofStatus(status), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
