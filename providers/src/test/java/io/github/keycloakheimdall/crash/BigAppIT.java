/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.registry.Crowd;
import io.github.keycloakheimdall.registry.Rows;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The end of an app with a great many users: no transaction takes too long, a crash costs a minute, and who signs in to
 * another app does not wait. {@code mvn verify -Pbig} runs it, with {@code -Dheimdall.big.users=1000000} in earnest.
 */
@Tag("big")
class BigAppIT {

    private static final int USERS = Integer.getInteger("heimdall.big.users", 50_000);
    private static final int SIGNINS = Integer.getInteger("heimdall.big.signins", 400);
    private static final int WARM_UP = 100;
    private static final double BOUND = 2;
    private static final Duration LONG = Duration.ofHours(3);
    private static final Duration SOON = Duration.ofMinutes(3);

    @RegisterExtension
    static final OwnServer own = OwnServer.named("big");

    private static App bystander;

    @BeforeAll
    static void create() {
        bystander = App.fresh().createOn(own.server());
    }

    @AfterAll
    static void delete() {
        bystander.close();
    }

    @Test
    void givenABigApp_whenItIsDeletedAndTheServerKilledMeanwhile_thenItGoesInTheEndAndOthersDoNotWait()
            throws SQLException, IOException {
        App big = App.fresh().createOn(own.server());
        String id = (String) big.realm().read().get("id");
        Crowd crowd = new Crowd(own.database(), id);
        crowd.enter(USERS);
        TestUser ada = TestUser.ada();
        bystander.api().signedUp(ada);
        signIn(ada, WARM_UP);
        double alone = signIn(ada, SIGNINS);

        big.platform().as(Method.DELETE, "", null).statusCode(204);
        Instant start = Instant.now();
        await().atMost(SOON).until(() -> crowd.size() < USERS);
        long before = crowd.size();
        double beside = signIn(ada, SIGNINS);
        long during = crowd.size();
        assertThat(during).as("deleted beside the signins").isBetween(1L, before - 1);

        own.server().kill();
        long left = crowd.size();
        own.server().start();
        Instant again = Instant.now();
        await().atMost(SOON).until(() -> crowd.size() < left);
        Duration paused = Duration.between(again, Instant.now());
        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).until(() -> isGone(big));
        Duration all = Duration.between(start, Instant.now());

        System.out.printf(
                Locale.ROOT,
                "%d users deleted in %d s, %d s of them until it went on after the restart."
                        + " Signin of another app: median %.2f ms alone, %.2f ms beside, ratio %.2f%n",
                USERS,
                all.toSeconds(),
                paused.toSeconds(),
                alone,
                beside,
                beside / alone);
        assertThat(new Rows(own.database()).naming(id)).isEmpty();
        assertThat(Files.readString(own.server().logFile()))
                .contains("The app of realm " + id + " is deleted")
                .doesNotContain("could not be deleted");
        assertThat(beside / alone).isLessThan(BOUND);
    }

    /** The median of so many signins, in milliseconds. */
    private static double signIn(TestUser user, int times) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            bystander.api().signin(user).statusCode(200);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1e6;
    }

    private static boolean isGone(App app) {
        return KeycloakAdmin.of(own.server())
                        .request(Method.GET, "/admin/realms/" + app.slug(), null)
                        .statusCode()
                == 404;
    }
}
