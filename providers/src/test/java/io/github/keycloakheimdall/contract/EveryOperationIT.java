/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.federation.ProviderCalls;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.openapi.ReferenceOperations;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One success of every operation of the hosted product's documents, each held against its schema. */
@OnOneDatabase
class EveryOperationIT {

    @RegisterExtension
    static final App app = App.fresh()
            // The document knows this naming of the profile alone.
            .with("heimdall.profile_naming", "snake_case")
            .with("heimdall.allowed_redirect_origins", ProviderCalls.ORIGIN)
            .with("heimdall.notifications_enabled", "true")
            .withRealm(OtpPolicy.wide())
            .withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenTheContract_whenCallingAllOfIt_thenEachAnswerFits() throws Exception {
        Walk walk = new Walk(app);
        new ConsumerWalk(walk).run();
        new PlatformWalk(walk).run();
        new NewerWalk(walk).run();
        ProviderCalls.of(app).forEach((route, answer) -> {
            String[] parts = route.split(" ");
            walk.consumer(Method.valueOf(parts[0]), parts[1], answer);
        });

        Set<String> wanted = new TreeSet<>(ReferenceOperations.all());
        wanted.removeAll(walk.done());
        assertThat(wanted).as("operations that nothing here called").isEmpty();
    }
}
