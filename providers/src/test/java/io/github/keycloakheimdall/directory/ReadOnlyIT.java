/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People of a directory that Keycloak may only read. */
class ReadOnlyIT {

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly().trustingEmails();

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenNobodyHasSeenThem_whenSigningInByUsername_thenTokensAndTheProfile() {
        directory.add("alice");

        String access = Tokens.of(app.api().signin("alice", Directory.PASSWORD)).access();

        app.api()
                .me(access)
                .statusCode(200)
                .body("email", equalTo("alice@corp.example"))
                .body("emailVerifiedAt", notNullValue());
    }
}
