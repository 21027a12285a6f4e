/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a provider sends the browser back to: what an admin registers there. */
final class CallbackUrl {

    private final App app;

    CallbackUrl(App app) {
        this.app = app;
    }

    String of(String alias) {
        String segment = URLEncoder.encode(alias, StandardCharsets.UTF_8).replace("+", "%20");
        return app.url("/auth/oauth/" + segment + "/callback");
    }
}
