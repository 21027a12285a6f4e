/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One success of each route by which a provider signs someone in. */
public final class ProviderCalls {

    /** Where an app that this is about lets browsers return to. */
    public static final String ORIGIN = "https://app.example.com";

    private static final String ALIAS = "walked";
    private static final TokenMint MINT = new TokenMint("walk");

    private ProviderCalls() {}

    /** The answers by method and template. */
    public static Map<String, Response> of(App app) throws Exception {
        Map<String, Response> answers = new LinkedHashMap<>();
        OpenIdProvider provider = new OpenIdProvider();
        provider.beforeAll(null);
        try (KeyServer keys = new KeyServer(MINT)) {
            app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
            app.realm().call(Method.POST, "/identity-provider/instances", keys.asKeycloakHasIt("native"));
            Tab tab = new Tab(app.api(), ALIAS);
            answers.put(
                    "GET /auth/oauth/{}/authorize",
                    tab.authorize(Tab.RETURN_TO).extract().response());
            Response back =
                    tab.back(tab.signedInAt(provider, Person.fresh())).extract().response();
            answers.put("GET /auth/oauth/{}/callback", back);
            answers.put(
                    "POST /auth/oauth/{}/callback",
                    tab.posted(tab.signedInAt(provider, Person.fresh()))
                            .extract()
                            .response());
            String code = Tab.query(back.header("Location")).get("heimdall_code");
            assertThat(code).isNotNull();
            answers.put(
                    "POST /auth/oauth/exchange",
                    app.api().request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of()));
            String nonce = UUID.randomUUID().toString();
            Map<String, Object> body =
                    new HashMap<>(Map.of("id_token", MINT.signed(keys.claims(nonce)), "nonce", nonce));
            answers.put("POST /auth/oauth/{}", app.api().request(Method.POST, "/auth/oauth/native", body, Map.of()));
        } finally {
            provider.afterAll(null);
        }
        return answers;
    }
}
