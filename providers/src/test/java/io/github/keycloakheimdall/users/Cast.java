/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;

/** The users of an app, and the two lanes that manage them. */
final class Cast {

    private static final int UNIQUE_DIGITS = 8;

    private final App app;

    Cast(App app) {
        this.app = app;
    }

    /** A new user of that role. */
    Tokens signedUp(String role) {
        Tokens tokens = app.api().signedUp(TestUser.named(role));
        if (!role.equals("member")) {
            app.realm().takeRole(tokens.userId(), "member");
            app.realm().giveRole(tokens.userId(), role);
        }
        return tokens;
    }

    /** A call of the admin lane. */
    ValidatableResponse lane(Tokens as, Method method, String path, Object body) {
        return app.api().as(as.access(), method, "/admin" + path, body);
    }

    /** A call of the platform API by the server's admin. */
    ValidatableResponse platform(Method method, String path, Object body) {
        return app.platform().as(method, path, body);
    }

    /** An access token of a user in the app's own realm who has these roles of its realm management. */
    static String realmToken(App app, List<String> roles) {
        return RealmBoss.of(app, roles.toArray(String[]::new)).bearer();
    }

    /** A name that nothing has yet. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_DIGITS);
    }
}
