/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.JsonWebToken;

class IdTokenRulesTest {

    private static final long NOW = 1_800_000_000L;
    private static final String NONCE = "a nonce that nobody else knows";
    private static final byte[] HASH = Digest.sha256(NONCE.getBytes(StandardCharsets.UTF_8));
    private static final String HEX = HexFormat.of().formatHex(HASH);

    private final IdTokenRules rules = new IdTokenRules(Set.of("ios", "android"), Set.of());

    static Stream<String> hashes() {
        return Stream.of(
                HEX,
                HEX.toUpperCase(java.util.Locale.ROOT),
                Base64.getUrlEncoder().withoutPadding().encodeToString(HASH),
                Base64.getUrlEncoder().encodeToString(HASH));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                of("no subject", token -> token.subject(null)),
                of("an empty subject", token -> token.subject(" ")),
                of("an endless subject", token -> token.subject("s".repeat(256))),
                of("no end", token -> token.exp(null)),
                of("an end at the epoch", token -> token.exp(0L)),
                of("an end a while ago", token -> token.exp(NOW - 61)),
                of("no beginning", token -> token.iat(null)),
                of("a beginning to come", token -> token.iat(NOW + 3600)),
                of("no audience", token -> token.audience()),
                of("another audience", token -> token.audience("web")),
                of("an audience beside ours", token -> token.audience("ios", "elsewhere")),
                of("another party", token -> token.issuedFor("elsewhere")),
                of("no nonce", token -> token.getOtherClaims().remove("nonce")),
                of("another nonce", token -> token.setOtherClaims("nonce", "another")),
                of("the nonce as it is", token -> token.setOtherClaims("nonce", NONCE)),
                of("a nonce that is no text", token -> token.setOtherClaims("nonce", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void givenTheHashOfTheNonce_whenAsked_thenNothingIsBroken(String hash) {
        JsonWebToken token = token();
        token.setOtherClaims("nonce", hash);

        assertThat(rules.broken(token, NONCE, NOW)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void givenATokenThatIsWrongInOneThing_whenAsked_thenItIsBroken(String what, Consumer<JsonWebToken> change) {
        JsonWebToken token = token();
        change.accept(token);

        assertThat(rules.broken(token, NONCE, NOW)).isPresent();
    }

    @Test
    void givenBothOfOurIds_whenOneIsTheAudienceAndTheOtherTheParty_thenNothingIsBroken() {
        assertThat(rules.broken(token().issuedFor("android"), NONCE, NOW)).isEmpty();
    }

    @Test
    void givenAClockThatIsAWhileOff_whenAsked_thenNothingIsBroken() {
        assertThat(rules.broken(token().iat(NOW + 30).exp(NOW - 30), NONCE, NOW))
                .isEmpty();
    }

    @Test
    void givenHostedDomains_whenTheTokenNamesOneOrNot_thenThatCounts() {
        IdTokenRules hosted = new IdTokenRules(Set.of("ios"), Set.of("example.com"));
        JsonWebToken inside = token();
        inside.setOtherClaims("hd", "example.com");
        JsonWebToken outside = token();
        outside.setOtherClaims("hd", "evil.example");

        assertThat(hosted.broken(inside, NONCE, NOW)).isEmpty();
        assertThat(hosted.broken(outside, NONCE, NOW)).isPresent();
        assertThat(hosted.broken(token(), NONCE, NOW)).isPresent();
    }

    private static Arguments of(String what, Consumer<JsonWebToken> change) {
        return Arguments.of(what, change);
    }

    private static JsonWebToken token() {
        JsonWebToken token = new JsonWebToken()
                .subject("someone")
                .audience("ios")
                .iat(NOW - 10)
                .exp(NOW + 600);
        token.setOtherClaims("nonce", HEX);
        return token;
    }
}
