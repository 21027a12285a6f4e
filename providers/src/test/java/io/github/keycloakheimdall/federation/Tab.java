/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A tab of a browser that signs in by a provider: it keeps the cookies, and follows no redirect by itself. */
final class Tab {

    static final String RETURN_TO = "https://app.example.com/after?from=here";

    private final HeimdallApi api;
    private final String alias;
    private final Map<String, String> cookies = new HashMap<>();

    Tab(HeimdallApi api, String alias) {
        this.api = api;
        this.alias = alias;
    }

    /** The same tab, with the same cookies, as a load balancer leads it to another node. */
    Tab at(HeimdallApi node) {
        Tab same = new Tab(node, alias);
        same.cookies.putAll(cookies);
        return same;
    }

    /** Goes to the route that starts a sign-in. */
    ValidatableResponse authorize(String returnTo) {
        Response answer = api.request(
                Method.GET, "/auth/oauth/" + alias + "/authorize?return_to=" + encode(returnTo, UTF_8), null, Map.of());
        cookies.putAll(answer.getCookies());
        return answer.then();
    }

    /** Goes to a URL of ours that is to send it to the provider. */
    ValidatableResponse open(String url) {
        Response answer = api.request(Method.GET, below(url), null, headers());
        cookies.putAll(answer.getCookies());
        return answer.then();
    }

    /** Starts a sign-in, which must work; gives back the provider's page. */
    String start() {
        return authorize(RETURN_TO).statusCode(302).extract().header("Location");
    }

    /** Starts a sign-in and signs in at the provider; gives back where that sends the browser. */
    String signedInAt(OpenIdProvider provider, OpenIdProvider.Person person) {
        return provider.signIn(start(), person);
    }

    /** Goes where the provider sent the browser. */
    ValidatableResponse back(String callback) {
        return api.request(Method.GET, below(callback), null, headers()).then();
    }

    /** Asks for the headers alone of a URL of ours, as software does that looks at links first. */
    ValidatableResponse peek(String url) {
        return api.request(Method.HEAD, below(url), null, headers()).then();
    }

    /** The same by the form that some providers have the browser post. */
    ValidatableResponse posted(String callback) {
        URI uri = URI.create(callback);
        Map<String, Object> headers = new HashMap<>(headers());
        headers.put("content-type", "application/x-www-form-urlencoded");
        return api.request(Method.POST, below(callback).split("\\?")[0], uri.getRawQuery(), headers)
                .then();
    }

    /** Posts a form that another site's page had ready. */
    ValidatableResponse posted(String url, Map<String, String> form) {
        Map<String, Object> headers = new HashMap<>(headers());
        headers.put("content-type", "application/x-www-form-urlencoded");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return api.request(Method.POST, below(url), body, headers).then();
    }

    /** All of it, which must bring a code; gives back the code. */
    String code(OpenIdProvider provider, OpenIdProvider.Person person) {
        Map<String, String> brought = brought(back(signedInAt(provider, person)));
        assertThat(brought).containsKey("heimdall_code").doesNotContainKey("heimdall_error");
        return brought.get("heimdall_code");
    }

    /** All of it, which must be refused; gives back the word for it. */
    String refusal(OpenIdProvider provider, OpenIdProvider.Person person) {
        return refusal(back(signedInAt(provider, person)));
    }

    /** The word that the app is told of a refusal. */
    static String refusal(ValidatableResponse answer) {
        Map<String, String> brought = brought(answer);
        assertThat(brought).containsKey("heimdall_error").doesNotContainKey("heimdall_code");
        return brought.get("heimdall_error");
    }

    /** What the app gets in the query of the URL that it named. */
    static Map<String, String> brought(ValidatableResponse answer) {
        String location = answer.statusCode(303).extract().header("Location");
        assertThat(location).startsWith(RETURN_TO + '&');
        return query(location);
    }

    static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8)));
    }

    /** The provider's name in the realm. */
    String alias() {
        return alias;
    }

    /** The cookies that it sends. */
    Map<String, String> cookies() {
        return cookies;
    }

    private Map<String, Object> headers() {
        return cookies.isEmpty()
                ? Map.of()
                : Map.of(
                        "cookie",
                        cookies.entrySet().stream()
                                .map(each -> each.getKey() + '=' + each.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static String below(String callback) {
        return callback.substring(callback.indexOf("/v1/") + "/v1".length());
    }
}
