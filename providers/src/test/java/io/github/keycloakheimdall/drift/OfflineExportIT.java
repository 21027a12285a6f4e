/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An app that an operator moves with {@code kc.sh export} and {@code kc.sh import}. On a server of its own, which it
 * stops.
 */
@Tag("own-server")
class OfflineExportIT {

    @RegisterExtension
    static final OwnServer own = OwnServer.named("export");

    @TempDir
    Path folder;

    @Test
    void givenAnAppInUse_whenItIsExportedAndImportedAgain_thenUsersRolesTogglesAndMachinesAreThere() {
        App app = App.fresh().with("heimdall.max_sessions", "7").createOn(own.server());
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        Platform.Machine machine = app.platform().machine("user.read");
        app.realm().removeComposites("admin", List.of(app.realm().permission("user.update")));

        own.server().stop();
        own.server().exportOffline(folder, app.slug());
        own.server().importOffline(folder);
        own.server().start();

        Tokens tokens = app.api().signedIn(ada);
        app.api().me(tokens.access()).body("role", equalTo("member"));
        app.api().machineToken(machine);
        assertThat(app.realm().composites("admin")).hasSize(5);
        app.platform().as(Method.GET, "/auth-config", null).body("max_sessions", equalTo(7));
        app.platform().as(Method.GET, "/health", null).body("data.code", contains("no_owner"));
    }
}
