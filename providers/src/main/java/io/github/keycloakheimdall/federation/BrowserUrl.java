/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URLs of the routes that browsers go to. The callback is what an admin registers at a provider. */
final class BrowserUrl {

    private final App app;

    BrowserUrl(App app) {
        this.app = app;
    }

    /** Where a provider sends the browser back to. */
    String callbackOf(String alias) {
        return app.url(route(alias) + "/callback");
    }

    /** Where the browser of someone goes who links the provider. */
    String linkOf(String alias, String ticket) {
        return app.url(route(alias) + "/link?ticket=" + ticket);
    }

    private static String route(String alias) {
        return "/auth/oauth/" + URLEncoder.encode(alias, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
