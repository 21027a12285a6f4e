/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The codes that wait to be traded for a session, where every node finds them, under their hashes. */
final class SigninCodes {

    static final int LIFESPAN_SECONDS = 60;

    private static final String PREFIX = "heimdall.oauth-code:";

    private final KeycloakSession session;

    SigninCodes(KeycloakSession session) {
        this.session = session;
    }

    /** A fresh code that stands for that. */
    String make(SigninCode meaning) {
        String code = SecretToken.make();
        session.singleUseObjects().put(key(code), LIFESPAN_SECONDS, meaning.kept());
        return code;
    }

    /** What the code stands for, whichever app it is of. */
    Optional<SigninCode> find(String code) {
        return Optional.ofNullable(session.singleUseObjects().get(key(code))).map(SigninCode::of);
    }

    /** Uses it up; false when another request used it first. */
    boolean take(String code) {
        return session.singleUseObjects().remove(key(code)) != null;
    }

    private static String key(String code) {
        return PREFIX + SecretToken.kept("code", code);
    }
}
