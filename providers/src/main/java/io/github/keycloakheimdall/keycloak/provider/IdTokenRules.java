/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.JsonWebToken;

/**
 * What an ID token from a native app must say of itself, beyond its issuer and its signature.
 *
 * @param clients the ids of the apps that it may be for
 * @param hostedDomains the domains of Google's of which one must be named; empty asks for none
 */
record IdTokenRules(Set<String> clients, Set<String> hostedDomains) {

    static final String NONCE = "nonce";

    /** How far a provider's clock may be from this one. */
    static final int SKEW_SECONDS = 60;

    /** For as long as it lives has to be remembered that it was used; providers give theirs an hour or a day. */
    private static final long MAX_LIFE_SECONDS = Duration.ofDays(365).toSeconds();

    private static final int MAX_SUBJECT = 255;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Why it does not count, if it does not. */
    Optional<String> broken(JsonWebToken token, String nonce, long now) {
        if (!isSubject(token.getSubject())) {
            return Optional.of("it names nobody");
        }
        if (token.getExp() == null || token.getExp() <= now - SKEW_SECONDS) {
            return Optional.of("it is over, or never is");
        }
        if (token.getExp() > now + MAX_LIFE_SECONDS) {
            return Optional.of("it lives too long");
        }
        if (token.getIat() == null || token.getIat() > now + SKEW_SECONDS) {
            return Optional.of("it was not made yet");
        }
        if (!isForUs(token)) {
            return Optional.of("it is for another app");
        }
        if (!hostedDomains.isEmpty() && !isOneOf(hostedDomains, text(token, "hd"))) {
            return Optional.of("it is of another domain");
        }
        return isBound(text(token, NONCE), nonce) ? Optional.empty() : Optional.of("its nonce is another");
    }

    /** All of its audiences, and the one it was made for: a token that someone else may hold too proves nothing. */
    private boolean isForUs(JsonWebToken token) {
        String[] audience = token.getAudience();
        String authorized = token.getIssuedFor();
        return audience != null
                && audience.length > 0
                && Arrays.stream(audience).allMatch(each -> isOneOf(clients, each))
                && (authorized == null || clients.contains(authorized));
    }

    /** The claim is the hash of what the app kept to itself: whoever reads the token alone cannot use it. */
    private static boolean isBound(@Nullable String claim, String nonce) {
        byte[] hash = Digest.sha256(nonce.getBytes(StandardCharsets.UTF_8));
        return claim != null
                && (claim.equalsIgnoreCase(HexFormat.of().formatHex(hash))
                        || claim.replaceAll("=+$", "").equals(BASE64.encodeToString(hash)));
    }

    private static boolean isOneOf(Set<String> known, @Nullable String claim) {
        return claim != null && known.contains(claim);
    }

    private static boolean isSubject(@Nullable String subject) {
        return subject != null && !subject.isBlank() && subject.length() <= MAX_SUBJECT && subject.indexOf('\0') < 0;
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        return Objects.toString(token.getOtherClaims().get(claim), null);
    }
}
