/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail server that takes its time takes that of its own app. */
class SlowMailServerIT {

    private static final int MAILS = 12;
    private static final int CONNECTIONS = 2;
    private static final Duration SOON = Duration.ofSeconds(3);

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenAServerThatNeverEndsItsGreeting_whenAnotherAppSendsMail_thenThatArrivesAtOnce() throws IOException {
        try (DrippingServer dripping = new DrippingServer();
                App slow = slow(dripping)) {
            for (int i = 0; i < MAILS; i++) {
                slow.api().signup(TestUser.ada()).statusCode(200);
            }
            await("the slow server is being talked to").until(() -> dripping.connections() > 0);

            for (int i = 0; i < 3; i++) {
                TestUser ada = TestUser.ada();
                app.api().signup(ada).statusCode(200);
                assertThat(MailServer.first(ada.email(), SOON).code()).hasSize(6);
            }

            assertThat(dripping.connections()).isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    @Test
    void givenAServerThatNeverEndsItsGreeting_whenTheAppGetsAnother_thenThatOneSendsAtOnce() throws IOException {
        try (DrippingServer dripping = new DrippingServer();
                App mended = slow(dripping)) {
            for (int i = 0; i < MAILS; i++) {
                mended.api().signup(TestUser.ada()).statusCode(200);
            }
            await("the slow server is being talked to").until(() -> dripping.connections() > 0);

            mended.realm().update(Map.of("smtpServer", MailServer.smtp()));

            TestUser ada = TestUser.ada();
            mended.api().signup(ada).statusCode(200);
            assertThat(MailServer.first(ada.email(), SOON).code()).hasSize(6);
        }
    }

    private static App slow(DrippingServer dripping) {
        return App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .withRealm("smtpServer", dripping.smtp())
                .createOn(app.server());
    }
}
