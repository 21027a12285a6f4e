/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.SigningKeys;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin changes the realm's keys. What the API remembers of a key must not outlive it. */
class RotatedKeyIT {

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenANewKey_whenTheOldOneIsSwitchedOff_thenItsTokensAreRefusedFromTheNextRequestOn() {
        TestUser ada = TestUser.ada();
        Tokens old = app.api().signedUp(ada);
        app.api().me(old.access()).statusCode(200);
        Map<String, Object> oldKey = rsaKey();

        new SigningKeys(app.realm()).add("rsa-generated", Map.of());
        app.api().me(old.access()).statusCode(200);
        Tokens fresh = Tokens.of(app.api().signin(ada));

        set(oldKey, "enabled", "false");
        app.api().me(old.access()).statusCode(401);
        app.api().me(fresh.access()).statusCode(200);

        set(oldKey, "enabled", "true");
        app.api().me(old.access()).statusCode(200);

        app.realm().call(Method.DELETE, "/components/" + oldKey.get("id"), null);
        app.api().me(old.access()).statusCode(401);
    }

    private static Map<String, Object> rsaKey() {
        return new SigningKeys(app.realm())
                .list().stream()
                        .filter(each -> "rsa-generated".equals(each.get("providerId")))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static void set(Map<String, Object> key, String setting, String value) {
        ((Map<String, Object>) key.get("config")).put(setting, List.of(value));
        app.realm().call(Method.PUT, "/components/" + key.get("id"), key);
    }
}
