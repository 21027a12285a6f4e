/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptCookieTest {

    private static final String PATH = "/acme/v1/auth/oauth/apple/callback";

    @Test
    void givenHttps_whenSet_thenSentWithAFormThatTheProviderPosts() {
        assertThat(new AttemptCookie("state", "https://id.example.com" + PATH).set("value"))
                .matches("__Secure-heimdall-oauth-[0-9a-f]{16}=value; Max-Age=600; Path=" + PATH
                        + "; HttpOnly; Secure; SameSite=None");
    }

    @Test
    void givenPlainHttp_whenSet_thenOneThatBrowsersTake() {
        assertThat(new AttemptCookie("state", "http://localhost:8080" + PATH).set("value"))
                .matches("heimdall-oauth-[0-9a-f]{16}=value; Max-Age=600; Path=" + PATH + "; HttpOnly; SameSite=Lax");
    }

    @Test
    void givenTwoAttempts_whenSet_thenTwoCookies() {
        assertThat(new AttemptCookie("one", "https://id.example.com" + PATH).set("value"))
                .isNotEqualTo(new AttemptCookie("two", "https://id.example.com" + PATH).set("value"));
    }

    @Test
    void givenTheEnd_whenCleared_thenTheSameCookieIsOver() {
        AttemptCookie cookie = new AttemptCookie("state", "https://id.example.com" + PATH);

        assertThat(cookie.clear()).contains("=; Max-Age=0; Path=" + PATH);
        assertThat(cookie.clear().split("=")[0]).isEqualTo(cookie.set("value").split("=")[0]);
    }
}
