/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

/** An identity provider that did not answer, or not with what it was asked for. */
public final class UpstreamFailure extends Exception {

    private static final int MAX_LENGTH = 300;

    UpstreamFailure(String message) {
        super(message);
    }

    UpstreamFailure(Throwable cause) {
        super(inShort(cause), cause);
    }

    /**
     * What happened, innermost first, in one line. Keycloak puts a whole answer behind that word, with its tokens,
     * which have no place in a log.
     */
    private static String inShort(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String text = (innermost.getClass().getSimpleName() + ": " + innermost.getMessage())
                .replaceAll("(?s)response:.*", "response")
                .replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }
}
