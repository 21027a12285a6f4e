/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.ServerDoor;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.federation.KeyServer;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.node.NodeProject;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every method of the hosted product's published clients, which are unchanged and know this server by its address
 * alone.
 */
class PublishedClientsIT {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node-clients");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", ".npmrc", "everything.test.mjs");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CLIENTS = 2;

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void everyMethodOfThePublishedClientsWorks() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        TokenMint mint = new TokenMint("clients");
        try (KeyServer keys = new KeyServer(mint)) {
            app.realm().call(Method.POST, "/identity-provider/instances", keys.asKeycloakHasIt("native"));
            List<Map<String, String>> tokens = Stream.generate(UUID::randomUUID)
                    .map(UUID::toString)
                    .limit(CLIENTS)
                    .map(nonce -> Map.of("id_token", mint.signed(keys.claims(nonce)), "nonce", nonce))
                    .toList();
            String idTokens = new ObjectMapper().writeValueAsString(tokens);
            String workspace = new ServerDoor(app.server()).workspace();
            Supplier<Map<String, String>> environment = () -> Map.of(
                    "HEIMDALL_BASE_URL", app.server().baseUri().toString(),
                    "HEIMDALL_SLUG", app.slug(),
                    "HEIMDALL_ADMIN_BEARER", KeycloakAdmin.of(app.server()).bearer(),
                    "HEIMDALL_WORKSPACE", workspace,
                    "HEIMDALL_ID_TOKENS", idTokens);
            new NodeProject(FOLDER, FOLDER.resolve("output.log")).test(environment, LIMIT);
        }
    }
}
