/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The root paths over HTTP/2, which has no request line for a proxy to judge. */
class Http2IT {

    @RegisterExtension
    static final App app = App.fresh();

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_2).build();

    @Test
    void givenHttp2_whenReadingTheProfile_thenItIsTheSameApi() throws Exception {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);

        HttpResponse<String> answer = get("/" + app.slug() + "/v1/me", tokens.access());

        assertThat(answer.version()).isEqualTo(Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonPath(answer.body()).getString("username")).isEqualTo(ada.username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//%s/v1/me",
                "/%s//v1/me",
                "/x/../%s/v1/me",
                "/x/%%2e%%2e/%s/v1/me",
                "/%s;a=b/v1/me",
                "/%s/v1;a=b/me",
                "/%s/v1/me;a=b",
                "/realms/%s;a=b/v1/me",
                "/realms/%s/v1;a=b/me",
                "/realms;a=b/%s/v1/me",
                "/%s%%2Fv1/me",
                "/%s/v1%%2Fme",
                "/%%2F%s/v1/me",
                "/realms%%2F%s/v1/me",
                "/%s%%5Cv1/me",
                "/%s%%00/v1/me"
            })
    void givenAPathTrick_whenCallingWithABearer_thenItReachesNoRoute(String path) throws Exception {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        HttpResponse<String> answer = get(String.format(path, app.slug()), tokens.access());

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("username", "Exception", "org.keycloak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps/%s;a=b/roles",
                "/v1/apps;a=b/%s/roles",
                "/v1;a=b/apps/%s/roles",
                "/v1/apps/%s/roles;a=b",
                "/v1/apps;a=b?app=%s",
                "/%s;a=b/.well-known/jwks.json",
                "/.well-known/oauth-authorization-server/%s;a=b"
            })
    void givenParametersInAPath_whenCallingAsAnAdmin_thenItReachesNoRoute(String path) throws Exception {
        HttpResponse<String> answer =
                get(String.format(path, app.slug()), app.admin().bearer());

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realms", "admin", "v1"})
    void givenASlugLikeAPathOfKeycloakOrOurs_whenCalling_thenThereIsNoSuchRoute(String slug) throws Exception {
        assertThat(get("/" + slug + "/v1/me", "x").statusCode()).isIn(404, 405);
        assertThat(get("/" + slug + "/v1/auth/signin", "x").statusCode()).isIn(404, 405);
    }

    private HttpResponse<String> get(String path, String bearer) throws IOException, InterruptedException {
        URI server = app.server().baseUri();
        // The client upgrades with its first request and remembers it.
        client.send(HttpRequest.newBuilder(server.resolve("/realms/master")).build(), BodyHandlers.discarding());
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + bearer)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
