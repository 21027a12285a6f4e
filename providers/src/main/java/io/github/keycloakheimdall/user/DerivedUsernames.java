/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/** Makes usernames for accounts whose maker gave none. A name that was given is never altered. */
public final class DerivedUsernames {

    private static final int SUFFIX_LENGTH = 6;
    private static final int SUFFIXES_TRIED = 5;

    private final KeycloakSession session;
    private final App app;

    public DerivedUsernames(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * The local part of the email in lower case; without the characters that the realm's user profile refuses, and with
     * digits behind it where it is too short or taken. The email itself where the realm has emails as usernames.
     *
     * @throws ApiException 400 when the profile takes none of these
     */
    public String ofEmail(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        return app.realm().isRegistrationEmailAsUsername()
                ? lower
                : like(lower.substring(0, Math.max(0, lower.lastIndexOf('@'))));
    }

    /** That name, by the same rule; for realms where emails are no usernames. */
    public String like(String wished) {
        String local = wished.toLowerCase(Locale.ROOT);
        UsernameRule rule = new UsernameRule(session, app.realm());
        String plain = local.replaceAll("[^a-z0-9._-]", "");
        UnaryOperator<String> suffixed =
                name -> name + SecretGenerator.getInstance().randomString(SUFFIX_LENGTH, SecretGenerator.DIGITS);
        return Stream.of(
                        Stream.of(local, plain),
                        Stream.generate(() -> suffixed.apply(plain)).limit(SUFFIXES_TRIED),
                        Stream.generate(() -> suffixed.apply("user")).limit(SUFFIXES_TRIED))
                .flatMap(names -> names)
                .filter(rule::allows)
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "username",
                        FieldFault.REQUIRED,
                        "must be given, because the realm's user profile refuses what is made of the email"));
    }
}
