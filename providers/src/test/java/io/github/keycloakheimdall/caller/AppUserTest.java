/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.token.AccessClaims;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionProvider;

class AppUserTest {

    /** Has no session of any user: a logout came in between. */
    private static final KeycloakSession WITHOUT_SESSIONS =
            sessionOf(stub(UserSessionProvider.class, null), stub(KeycloakContext.class, null));

    @Test
    void givenASessionThatEndedMeanwhile_whenItIsNeeded_thenABearerIsAskedFor() {
        AppUser user = new AppUser(null, null, claims("ended"));

        ApiException refusal = catchThrowableOfType(ApiException.class, () -> user.requireSession(WITHOUT_SESSIONS));

        assertThat(refusal.status()).isEqualTo(401);
    }

    @Test
    void givenATokenOfNoSession_whenItsSessionIsAskedFor_thenABearerIs() {
        AppUser user = new AppUser(null, null, claims(null));

        ApiException refusal = catchThrowableOfType(ApiException.class, user::sessionId);

        assertThat(refusal.status()).isEqualTo(401);
    }

    private static AccessClaims claims(String sid) {
        return new AccessClaims(
                "iss",
                "aud",
                "sub",
                "aid",
                sid,
                null,
                AccessClaims.END_USER,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                "jti",
                null);
    }

    private static KeycloakSession sessionOf(UserSessionProvider sessions, KeycloakContext context) {
        return (KeycloakSession) Proxy.newProxyInstance(
                AppUserTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sessions" -> sessions;
                    case "getContext" -> context;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                AppUserTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
