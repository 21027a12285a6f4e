/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.discovery;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.keycloak.crypto.Algorithm;

/** Where this app's endpoints are. */
record OpenIdConfiguration(
        String issuer,
        String jwksUri,
        String tokenEndpoint,
        String introspectionEndpoint,
        String userinfoEndpoint,
        String heimdallVerifyEndpoint,
        String heimdallAuthorizeEndpoint,
        String heimdallAdminUsersEndpoint,
        List<String> grantTypesSupported,
        List<String> responseTypesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> subjectTypesSupported)
        implements ApiResponse {

    /** Under a name of before, the issuer is that of the tokens of before, as whoever asks for it there has to find. */
    static OpenIdConfiguration of(App app, String slug) {
        String issuer = app.issuerUnder(slug);
        return new OpenIdConfiguration(
                issuer,
                issuer + "/v1/.well-known/jwks.json",
                app.url("/oauth/token"),
                app.url("/oauth/introspect"),
                app.url("/me"),
                app.url("/verify"),
                app.url("/authorize"),
                app.url("/admin/users"),
                List.of("client_credentials"),
                List.of("token"),
                List.of("client_secret_post"),
                List.of(Algorithm.RS256),
                List.of("public"));
    }
}
