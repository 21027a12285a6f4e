/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide, step 6. */
class RefreshIT {

    private static final String REFUSAL = "{\"statusCode\":401,\"message\":\"Invalid refresh token\"}";

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final Tokens first = app.api().signedUp(ada);

    @Test
    void givenARefreshToken_whenRefreshing_thenAFreshPairOfTheSameSession() {
        Tokens second = Tokens.of(app.api().refresh(first.refresh()));

        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.sessionId()).isEqualTo(first.sessionId());
        app.api().me(second.access()).statusCode(200);
        app.api().refresh(second.refresh()).statusCode(200);
    }

    @Test
    void givenAUsedToken_whenRefreshing_thenRefusedAndTheSessionIsGoneWithAllItsTokens() {
        Tokens second = Tokens.of(app.api().refresh(first.refresh()));

        app.api().refresh(first.refresh()).statusCode(401).body(equalTo(REFUSAL));

        app.api().me(first.access()).statusCode(401);
        app.api().me(second.access()).statusCode(401);
        app.api().refresh(second.refresh()).statusCode(401);
        assertThat(app.realm().sessions(first.userId())).isEmpty();
    }

    @Test
    void givenATokenFromTwoRotationsAgo_whenRefreshing_thenTheSessionIsGone() {
        Tokens second = Tokens.of(app.api().refresh(first.refresh()));
        Tokens third = Tokens.of(app.api().refresh(second.refresh()));

        app.api().refresh(first.refresh()).statusCode(401);

        app.api().me(third.access()).statusCode(401);
    }

    @Test
    void givenAnAccessToken_whenRefreshingWithIt_thenRefused() {
        app.api().refresh(first.access()).statusCode(401).body(equalTo(REFUSAL));
    }

    @Test
    void givenARefreshToken_whenUsedAsABearer_thenRefused() {
        app.api().me(first.refresh()).statusCode(401);
    }

    @Test
    void givenASuspendedUser_whenRefreshing_thenRefused() {
        app.realm().enableUser(first.userId(), false);

        app.api().refresh(first.refresh()).statusCode(401).body(equalTo(REFUSAL));
    }

    @Test
    void givenAnotherAppsToken_whenRefreshing_thenRefusedAndItStaysGood() {
        try (App other = App.fresh().createOn(app.server())) {
            other.api().refresh(first.refresh()).statusCode(401);
        }

        app.api().refresh(first.refresh()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "..", "ü.ü.ü"})
    void givenSomethingElse_whenRefreshing_thenRefused(String token) {
        app.api().refresh(token).statusCode(401).body(equalTo(REFUSAL));
    }

    @Test
    void givenAForgedSignature_whenRefreshing_thenRefusedAndTheSessionLives() {
        String forged = first.refresh().substring(0, first.refresh().lastIndexOf('.')) + ".AAAA";

        app.api().refresh(forged).statusCode(401);

        app.api().refresh(first.refresh()).statusCode(200);
    }

    @Test
    void givenARoleChange_whenRefreshing_thenTheNewTokenHasIt() {
        app.realm().giveRole(first.userId(), "admin");

        Tokens second = Tokens.of(app.api().refresh(first.refresh()));

        assertThat(second.accessJwt().<String>claim("role")).isEqualTo("admin");
    }
}
