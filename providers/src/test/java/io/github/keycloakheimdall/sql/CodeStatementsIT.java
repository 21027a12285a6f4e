/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What asking for a code writes must not tell whether there is such an account: a commit that only one of the two makes
 * costs as long as the disk takes.
 */
@LooksIntoTheServer
class CodeStatementsIT {

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @RegisterExtension
    static final StatementLog log = new StatementLog();

    private static final Pattern STATEMENT =
            Pattern.compile("\\[(\\d+)] LOG: {2}.*: (insert into \\S+|update \\S+|delete from \\S+|COMMIT)");

    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final String nobody = TestUser.named("nobody").email();

    @BeforeAll
    static void create() {
        backend = Backend.forCodes(app);
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenRequestingVerifications_thenTheSameIsWritten() {
        app.api().signedUp(ada);

        compare(email -> backend.requestVerification(Map.of("email", email)));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenMailingVerifications_thenTheSameIsWritten() {
        app.api().signedUp(ada);

        compare(email -> backend.sendVerificationEmail(email));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenRequestingResets_thenTheSameIsWritten() {
        verified();

        compare(email -> backend.requestPasswordReset(Map.of("email", email)));
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenMailingResets_thenTheSameIsWritten() {
        verified();

        compare(email -> backend.sendPasswordResetEmail(email));
    }

    private void verified() {
        app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));
    }

    private void compare(Function<String, ValidatableResponse> request) {
        List<String> known = statements(request, ada.email());
        List<String> unknown = statements(request, nobody);

        assertThat(written(known))
                .as("of %s and %s", known, unknown)
                .isEqualTo(written(unknown))
                .contains("insert into HEIMDALL_CODE", "COMMIT");
    }

    private static List<String> statements(Function<String, ValidatableResponse> request, String email) {
        return log.of(() -> request.apply(email).statusCode(201));
    }

    /**
     * The tables that are written to, and the commits of that; a transaction that only reads costs the disk nothing.
     */
    private static List<String> written(List<String> statements) {
        List<String> written = new ArrayList<>();
        Set<String> dirty = new HashSet<>();
        for (String line : statements) {
            Matcher statement = STATEMENT.matcher(line);
            if (!statement.find()) {
                continue;
            }
            boolean commit = statement.group(2).equals("COMMIT");
            if (!commit) {
                dirty.add(statement.group(1));
            }
            if (!commit || dirty.remove(statement.group(1))) {
                written.add(statement.group(2));
            }
        }
        return written;
    }
}
