/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

/** Refusals of a body before anybody reads what it says: for its size, and for its type. */
public final class RefusedBody {

    private RefusedBody() {}

    /** 413: the body is over its size. */
    public static ApiException tooLarge() {
        return ApiException.of(413, StandardMessage.of(413), null);
    }

    /** 413 with a code that a program can tell apart. */
    public static ApiException tooLarge(String message, String code) {
        return ApiException.of(413, message, code);
    }

    /** 415 with a code that a program can tell apart. */
    public static ApiException unsupported(String message, String code) {
        return ApiException.of(415, message, code);
    }
}
