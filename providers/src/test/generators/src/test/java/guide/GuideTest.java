/* SPDX-License-Identifier: Apache-2.0 */
package guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heimdall.ApiClient;
import heimdall.ApiException;
import heimdall.JSON;
import heimdall.api.OwnAccountApi;
import heimdall.api.SigningInApi;
import heimdall.api.UsersForAdminsApi;
import heimdall.model.ErrorBody;
import heimdall.model.FieldFault;
import heimdall.model.MeProfileInCamelCase;
import heimdall.model.RefreshTokenRequest;
import heimdall.model.SigninRequest;
import heimdall.model.SignupRequest;
import heimdall.model.TokenResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The guide with the generated client. */
class GuideTest {

    private static final String SLUG = System.getenv("HEIMDALL_SLUG");
    private static final String PASSWORD = "CorrectHorseBatteryStaple";

    private final String username = "ada-" + UUID.randomUUID();
    private final SignupRequest ada = new SignupRequest()
            .email(username + "@example.com")
            .username(username)
            .password(PASSWORD)
            .displayName("Ada Lovelace");
    private final SigningInApi signing = new SigningInApi(client(null));

    @Test
    void signsUpAndInAndOut() throws ApiException {
        assertEquals(3600, signing.authSignup(SLUG, ada).getExpiresIn());

        TokenResponse signedIn = signing.authSignin(
                        SLUG, new SigninRequest().identifier(username).password(PASSWORD))
                .getTokenResponse();
        MeProfileInCamelCase me = new OwnAccountApi(client(signedIn.getAccessToken()))
                .meProfile(SLUG)
                .getMeProfileInCamelCase();
        assertEquals(username, me.getUsername());
        assertEquals("Ada Lovelace", me.getDisplayName());
        assertNull(me.getEmailVerifiedAt());
        assertTrue(Duration.between(me.getCreatedAt(), OffsetDateTime.now()).toMinutes() < 5);

        TokenResponse refreshed =
                signing.authRefresh(SLUG, new RefreshTokenRequest().refreshToken(signedIn.getRefreshToken()));
        assertNotEquals(signedIn.getRefreshToken(), refreshed.getRefreshToken());
        RefreshTokenRequest last = new RefreshTokenRequest().refreshToken(refreshed.getRefreshToken());
        signing.authLogout(SLUG, last);
        ApiException ended = assertThrows(ApiException.class, () -> signing.authRefresh(SLUG, last));
        assertEquals(401, ended.getCode());
    }

    @Test
    void readsWhatIsWrongWithARequest() {
        ApiException refused = assertThrows(ApiException.class, () -> signing.authSignup(SLUG, ada.password("short")));

        ErrorBody error = JSON.getGson().fromJson(refused.getResponseBody(), ErrorBody.class);
        assertEquals(400, error.getStatusCode());
        assertEquals("password", error.getErrors().get(0).getField());
        assertEquals(FieldFault.TOO_SHORT, error.getErrors().get(0).getCode());
    }

    @Test
    void listsUsersForAnAdmin() throws ApiException {
        ApiClient admin = client(System.getenv("HEIMDALL_ADMIN_BEARER"));

        assertNotNull(new UsersForAdminsApi(admin).platformUsersList(SLUG, null, 1, null, null));
    }

    private static ApiClient client(String bearer) {
        ApiClient client = new ApiClient().setBasePath(System.getenv("HEIMDALL_BASE_URL"));
        client.setBearerToken(bearer);
        return client;
    }
}
