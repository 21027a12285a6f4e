/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.limit;

import io.github.keycloakheimdall.app.RateLimits;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** What an address may do so often a minute; each is counted by itself. */
public enum Limit {
    /** Making accounts. */
    SIGNUP(RateLimits::signup),
    /** Proving who one is: passwords and second factors. */
    SIGNIN(RateLimits::signin),
    /** Refresh tokens. */
    REFRESH(RateLimits::refresh),
    /** Entering codes, and having them sent. */
    CODES(RateLimits::codes),
    /** Tokens for machine clients, and questions about tokens. */
    TOKEN(RateLimits::token);

    private final ToIntFunction<RateLimits> perMinute;

    Limit(ToIntFunction<RateLimits> perMinute) {
        this.perMinute = perMinute;
    }

    /** The app's number; 0 is none. */
    int perMinute(RateLimits limits) {
        return perMinute.applyAsInt(limits);
    }

    /** Its name in a metric. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
