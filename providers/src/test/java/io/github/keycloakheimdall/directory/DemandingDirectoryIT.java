/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A directory that asks for more of an entry than a signup says. */
@OnOneDatabase
class DemandingDirectoryIT {

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.writable().syncingRegistrations();

    @BeforeAll
    static void join() {
        directory
                .join(app)
                .map(
                        "user-attribute-ldap-mapper",
                        Map.of(
                                "user.model.attribute",
                                "desk",
                                "ldap.attribute",
                                "roomNumber",
                                "is.mandatory.in.ldap",
                                "true",
                                "attribute.force.default",
                                "false"));
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void whenSigningUp_thenARefusalThatLeavesNothing() {
        TestUser ada = TestUser.ada();

        app.api().signup(ada).statusCode(409).body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));

        assertThat(directory.has(ada.username())).isFalse();
        assertThat(app.realm().user(ada.username())).isNull();
    }
}
