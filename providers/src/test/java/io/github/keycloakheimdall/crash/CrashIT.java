/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OwnServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A 200 means it is committed: what a crash right behind it leaves. On a server of its own. */
@Tag("own-server")
class CrashIT {

    @RegisterExtension
    static final OwnServer own = OwnServer.named("crash");

    private static App app;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
    }

    @Test
    void givenASignupAndARotation_whenTheServerIsKilledRightBehind_thenNothingIsLostAndWhatWasUsedStaysUsed() {
        TestUser bystander = TestUser.named("bystander");
        Tokens kept = app.api().signedUp(bystander);
        Tokens used = app.api().signedUp(TestUser.named("thief"));
        Tokens fresh = Tokens.of(app.api().refresh(used.refresh()));
        TestUser ada = TestUser.ada();
        Tokens last = app.api().signedUp(ada);

        own.server().kill();
        own.server().start();

        app.api().signin(ada).statusCode(200);
        app.api().me(last.access()).statusCode(200);
        app.api().refresh(last.refresh()).statusCode(200);
        app.api().me(kept.access()).statusCode(200);
        app.api().refresh(used.refresh()).statusCode(401);
        app.api().me(fresh.access()).statusCode(401);
        assertThat(app.realm().sessions(used.userId())).isEmpty();
    }
}
