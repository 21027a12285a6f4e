/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal. Throwing it rolls the request's transaction back, and {@link ApiExceptionMapper} turns it into the error
 * body. It carries no stack trace: it is an answer, not a fault. What passes by itself is refused by {@link TryLater},
 * and a body for its size or type by {@link RefusedBody}.
 */
public final class ApiException extends RuntimeException {

    private final transient ErrorBody body;
    private final transient Map<String, String> headers;

    ApiException(ErrorBody body, Map<String, String> headers) {
        super(body.message(), null, false, false);
        this.body = body;
        this.headers = headers;
    }

    static ApiException of(int status, String message, @Nullable String code) {
        return new ApiException(new ErrorBody(status, message, code), Map.of());
    }

    /** 400 for a body that is not what the route takes. */
    public static ApiException badRequest(String message) {
        return of(400, message, null);
    }

    /** 400 with a code that a program can tell apart. */
    public static ApiException badRequest(String message, String code) {
        return of(400, message, code);
    }

    /** 400 that names the refused fields. */
    public static ApiException invalid(List<FieldError> errors) {
        return new ApiException(new ErrorBody(400, "Validation failed", null, List.copyOf(errors), null), Map.of());
    }

    /** 400 that names one refused field. */
    public static ApiException invalid(String field, FieldFault code, String reason) {
        return invalid(List.of(new FieldError(field, code, reason)));
    }

    /** 401 for credentials or a token that do not hold; every reason answers alike. */
    public static ApiException unauthorized(String message) {
        return of(401, message, null);
    }

    /** 401 for a route that needs a bearer, with the challenge that RFC 6750 asks for. */
    public static ApiException bearerRequired() {
        return new ApiException(new ErrorBody(401, "Unauthorized", null), Map.of("WWW-Authenticate", "Bearer"));
    }

    /**
     * 401 for a machine client that did not prove itself; every reason answers alike.
     *
     * @param basic whether it tried by {@code Authorization: Basic}, which RFC 6749 has challenged
     */
    public static ApiException invalidClient(boolean basic) {
        return new ApiException(
                new ErrorBody(401, "Invalid client credentials", null),
                basic ? Map.of("WWW-Authenticate", "Basic realm=\"oauth\"") : Map.of());
    }

    /** 403 for a caller who is known and may not. */
    public static ApiException forbidden(String message) {
        return of(403, message, null);
    }

    /** 403 with a code that a program can tell apart. */
    public static ApiException forbidden(String message, String code) {
        return of(403, message, code);
    }

    /** 403 that names the permission that the caller lacks. */
    public static ApiException missingPermission(String permission) {
        return forbidden("Missing permission: " + permission);
    }

    /**
     * 403 for a user who proved who they are and has something to do first.
     *
     * @param actions what, by the aliases of Keycloak's required actions
     */
    public static ApiException actionRequired(List<String> actions) {
        ErrorBody body = new ErrorBody(
                403,
                "The account has required actions to complete first",
                "ACTION_REQUIRED",
                null,
                List.copyOf(actions));
        return new ApiException(body, Map.of());
    }

    /** 404: there is no such thing, or not for this caller. */
    public static ApiException notFound() {
        return of(404, StandardMessage.of(404), null);
    }

    /** 409: the thing is there already. */
    public static ApiException conflict(String message) {
        return of(409, message, null);
    }

    /** 409 with a code that a program can tell apart. */
    public static ApiException conflict(String message, String code) {
        return of(409, message, code);
    }

    /** 410: it was there once, or may have been. */
    public static ApiException gone(String message) {
        return of(410, message, null);
    }

    /** 412 for what an admin has to set up first, with a code that a program can tell apart. */
    public static ApiException preconditionFailed(String message, String code) {
        return of(412, message, code);
    }

    /** What a program can tell the refusal by, or null. */
    public @Nullable String code() {
        return body.code();
    }

    /** The HTTP status. */
    public int status() {
        return body.statusCode();
    }

    ErrorBody body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
