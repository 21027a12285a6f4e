/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The directory outlives the app that let its users in. */
@OnOneDatabase
@ExtendWith(KeycloakExtension.class)
class DeletedAppIT {

    @Test
    void givenUsersOfAWritableDirectory_whenTheAppIsDeleted_thenTheDirectoryKeepsThem(RunningKeycloak server) {
        App app = App.fresh().createOn(server);
        try (Directory directory = Directory.writable()) {
            directory.join(app);
            directory.add("ada");
            List<String> before = directory.content();
            Tokens.of(app.api().signin("ada", Directory.PASSWORD));

            app.platform().as(Method.DELETE, "", null).statusCode(204);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> app.admin()
                                    .request(Method.GET, "/admin/realms/" + app.slug(), null)
                                    .statusCode()
                            == 404);
            assertThat(directory.content()).isEqualTo(before);
        }
    }
}
