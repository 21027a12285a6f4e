/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Someone at Keycloak's own pages, without scripts. Keycloak's cookies are Secure, and are sent nevertheless: a browser
 * takes localhost for safe, an HTTP library does not. Redirects are not followed.
 */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern PROCEED = Pattern.compile("href=\"([^\"]+/login-actions/action-token[^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();

    /** Opens the login page of an app's realm, as the account console would. */
    public Response login(App app) {
        String realm = app.server().baseUri() + "/realms/" + app.slug();
        return open(realm + "/protocol/openid-connect/auth?client_id=account"
                + "&response_type=code&scope=openid&redirect_uri=" + realm + "/account/");
    }

    /** The same, for one of the account console's own doings, such as {@code delete_account}. */
    public Response act(App app, String action) {
        String realm = app.server().baseUri() + "/realms/" + app.slug();
        return open(realm + "/protocol/openid-connect/auth?client_id=account"
                + "&response_type=code&scope=openid&redirect_uri=" + realm + "/account/&kc_action=" + action);
    }

    public Response open(String url) {
        return visited(request().get(url));
    }

    /** Opens where the page sends the browser to. */
    public Response follow(Response redirect) {
        return open(redirect.header("Location"));
    }

    /** Sends the page's form. */
    public Response submit(Response page, Map<String, String> fields) {
        return visited(request().formParams(fields).post(found(FORM, page)));
    }

    /** Sends a form that another site's page had ready. */
    public Response post(String url, Map<String, String> fields) {
        return visited(request().formParams(fields).post(url));
    }

    /** Opens the link by which the page asks to go on with what a mail's link is for. */
    public Response proceed(Response page) {
        return open(found(PROCEED, page));
    }

    private RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                .urlEncodingEnabled(false)
                .cookies(cookies);
    }

    private Response visited(Response page) {
        cookies.putAll(page.cookies());
        return page;
    }

    private static String found(Pattern pattern, Response page) {
        Matcher matcher = pattern.matcher(page.asString());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + page.statusCode() + ": " + page.asString());
        }
        return matcher.group(1).replace("&amp;", "&");
    }
}
