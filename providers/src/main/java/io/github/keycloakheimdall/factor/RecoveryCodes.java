/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.keycloak.credential.RecoveryCodeCredential;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A user's recovery codes: 16 hex digits each, for one use. */
public final class RecoveryCodes {

    private static final int CODES = 10;
    private static final int BYTES = 8;
    private static final int GROUP = 4;

    private final RecoveryCodeCredential credential;

    public RecoveryCodes(KeycloakSession session) {
        this.credential = new RecoveryCodeCredential(session);
    }

    /** Mints a fresh set, hyphenated for reading; every earlier code is void. They are not to be had again. */
    List<String> mint(UserModel user) {
        List<String> codes = Stream.generate(() ->
                        HexFormat.of().formatHex(SecretGenerator.getInstance().randomBytes(BYTES)))
                .limit(CODES)
                .toList();
        credential.replace(user, codes);
        return codes.stream()
                .map(code -> code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-"))
                .toList();
    }

    /** Uses a code up; false when it is no unused code of the user. */
    boolean use(UserModel user, String code) {
        return credential.use(user, code.replace("-", ""));
    }

    boolean asked(UserModel user) {
        return credential.asked(user);
    }

    boolean remove(UserModel user) {
        return credential.remove(user);
    }
}
