/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** New accounts get an entry in the directory, which knows nothing of transactions. */
class SignupIntoDirectoryIT {

    private static final int AT_ONCE = 8;
    private static final String WEAK = "lowercase-only";

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("passwordPolicy", "hashIterations(1) and upperCase(1) and notEmail(undefined)");

    static final Directory directory =
            Directory.writable().syncingRegistrations().with("validatePasswordPolicy", "true");

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void whenSigningUp_thenTheEntryAndItsPasswordAreInTheDirectory() {
        TestUser ada = TestUser.ada();

        app.api().signup(ada).statusCode(200);

        assertThat(directory.takes(ada.username(), ada.password())).isTrue();
        assertThat(directory.read(ada.username(), "mail")).isEqualTo(ada.email());
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenAWeakPassword_whenSigningUp_thenNothingIsLeftAndTheNextOneMayHaveTheName() {
        TestUser ada = TestUser.ada();

        app.api().signup(ada.withPassword(WEAK)).statusCode(400);

        assertThat(directory.has(ada.username())).isFalse();
        app.api().signup(ada).statusCode(200);
    }

    @Test
    void givenTheEmailAsPassword_whenSigningUp_thenNothingIsLeft() {
        TestUser ada = TestUser.ada();
        String email = "Ada-" + ada.email();

        app.api()
                .signup(ada.withEmail(email).withPassword(email.toLowerCase(Locale.ROOT)))
                .statusCode(400);

        assertThat(directory.has(ada.username())).isFalse();
    }

    @Test
    void givenAWeakPassword_whenABackendMakesTheAccount_thenNothingIsLeft() {
        TestUser ada = TestUser.ada();
        String backend = app.api().machineToken(app.platform().machine("user.create"));

        app.api()
                .as(
                        backend,
                        Method.POST,
                        "/admin/users",
                        Map.of("username", ada.username(), "email", ada.email(), "password", WEAK))
                .statusCode(400);

        assertThat(directory.has(ada.username())).isFalse();
    }

    @RepeatedTest(3)
    void givenOneEmailAndManyNames_whenSigningUpAtOnce_thenOneEntry() {
        TestUser ada = TestUser.ada();
        List<TestUser> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> ada.withUsername(ada.username() + i))
                .toList();

        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> app.api().signup(all.get(i)).extract().statusCode());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(all.stream().filter(each -> directory.has(each.username()))).hasSize(1);
    }

    @RepeatedTest(3)
    void givenOneName_whenSigningUpAtOnce_thenTheEntryIsOfWhoGotIn() {
        TestUser ada = TestUser.ada();
        List<TestUser> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> ada.withEmail(i + ada.email()).withPassword(ada.password() + i))
                .toList();

        List<Integer> statuses =
                AtOnce.run(AT_ONCE, i -> app.api().signup(all.get(i)).extract().statusCode());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        TestUser in = all.get(statuses.indexOf(200));
        app.api().signin(in).statusCode(200);
        assertThat(directory.read(ada.username(), "mail")).isEqualTo(in.email());
    }
}
