/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.ApiPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.keycloak.models.KeycloakSession;

/** The URLs of the routes that browsers go to. The callback is what an admin registers at a provider. */
final class BrowserUrl {

    private final App app;
    private final boolean isBelowRealms;

    /** Those by which the session's request came: a proxy may let one of the two through alone. */
    BrowserUrl(App app) {
        KeycloakSession session = app.session();
        this.app = app;
        this.isBelowRealms = ApiPath.isBelowRealms(session.getContext().getUri().getPath());
    }

    /** Where a provider sends the browser back to. */
    String callbackOf(String alias) {
        return url(route(alias) + "/callback");
    }

    /** Where the browser of someone goes who links the provider. */
    String linkOf(String alias, String ticket) {
        return url(route(alias) + "/link?ticket=" + ticket);
    }

    private String url(String route) {
        return isBelowRealms ? app.urlBelowRealms(route) : app.url(route);
    }

    private static String route(String alias) {
        return "/auth/oauth/" + URLEncoder.encode(alias, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
