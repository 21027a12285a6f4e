/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;

/** The authenticator app on a user's phone, by a library that shares no code with the server. */
public final class AuthenticatorApp {

    private static final int PERIOD_SECONDS = 30;
    private static final int MILLIS = 1000;

    private final CodeGenerator generator = new DefaultCodeGenerator();
    private final String secret;

    /** @param secret in Base32, as the enrolment gives it */
    public AuthenticatorApp(String secret) {
        this.secret = secret;
    }

    /**
     * A code.
     *
     * @param window 0 for the one that the app shows now, -1 for the one before, 1 for the next
     */
    public String code(int window) {
        try {
            return generator.generate(secret, System.currentTimeMillis() / MILLIS / PERIOD_SECONDS + window);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }
}
