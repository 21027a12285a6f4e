/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.factor.Attempts;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import io.github.keycloakheimdall.keycloak.session.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The signins that wait for a second factor. They are kept where every node finds them, under the hash of a token that
 * only the client has.
 */
public final class MfaChallenges {

    static final int LIFESPAN_SECONDS = 300;

    private static final String PREFIX = "heimdall.challenge:";
    private static final int TOKEN_BYTES = 32;
    private static final int MAILS = 3;

    private final KeycloakSession session;
    private final App app;

    public MfaChallenges(App app) {
        this.session = app.session();
        this.app = app;
    }

    MfaChallengeResponse open(UserModel user, FirstProof first, @Nullable String tenantId, List<Factor> factors) {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SecretGenerator.getInstance().randomBytes(TOKEN_BYTES));
        int expiry = Clock.seconds() + LIFESPAN_SECONDS;
        MfaChallenge challenge =
                new MfaChallenge(app.id(), user.getId(), first, tenantId, Standing.of(session, user), expiry);
        session.singleUseObjects().put(key(token), LIFESPAN_SECONDS, challenge.notes());
        Map<String, String> masked = EmailCredentials.of(user).stream()
                .filter(factor -> factor.masked() != null)
                .collect(Collectors.toMap(EmailCredentials.Bound::id, EmailCredentials.Bound::masked));
        return new MfaChallengeResponse(
                true,
                token,
                Instant.ofEpochSecond(expiry),
                factors.stream()
                        .map(factor -> MfaChallengeResponse.Choice.of(factor, masked.get(factor.id())))
                        .toList());
    }

    /** The challenge of that token, where it is one of this app and still open. */
    public Optional<MfaChallenge> find(String token) {
        Map<String, String> notes = session.singleUseObjects().get(key(token));
        return Optional.ofNullable(notes)
                .map(MfaChallenge::of)
                .filter(challenge -> challenge.isOpen(app.id(), Clock.seconds()));
    }

    /** The tries that this challenge has. */
    public Attempts attempts(String token) {
        return new Attempts(session, key(token), LIFESPAN_SECONDS);
    }

    /** The mails that this challenge has. */
    public Attempts mails(String token) {
        return new Attempts(session, key(token) + ":mail", LIFESPAN_SECONDS, MAILS);
    }

    /** Names the challenge to what is kept beside it, without its token. */
    public String place(String token) {
        return key(token);
    }

    /** Ends the challenge; false when another request ended it first. */
    public boolean close(String token) {
        return session.singleUseObjects().remove(key(token)) != null;
    }

    private static String key(String token) {
        return PREFIX + Digest.hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
