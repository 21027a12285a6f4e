/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import java.util.Map;

/** Refusals of what may work later, as it is. */
public final class TryLater {

    private TryLater() {}

    /**
     * 429 after too many wrong guesses.
     *
     * @param seconds until the next one may be looked at
     */
    public static ApiException tooManyAttempts(String message, long seconds) {
        return after(seconds, new ErrorBody(429, message, "TOO_MANY_ATTEMPTS"));
    }

    /** 429 for an address that calls too often. */
    public static ApiException rateLimited(long seconds) {
        return after(seconds, new ErrorBody(429, "Too many requests", "RATE_LIMITED"));
    }

    /** 503 for what works again by itself, with a code that a program can tell apart. */
    public static ApiException unavailable(String message, String code) {
        return ApiException.of(503, message, code);
    }

    private static ApiException after(long seconds, ErrorBody body) {
        return new ApiException(body, Map.of("Retry-After", Long.toString(seconds)));
    }
}
