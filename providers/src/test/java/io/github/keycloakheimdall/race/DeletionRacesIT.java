/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.Platform.Machine;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is deleted while others change it or delete it too: who comes too late is told so, and nothing breaks. */
class DeletionRacesIT {

    private static final int TIMES_EACH = 3;

    @RegisterExtension
    static final App app = App.fresh();

    private final String name = "r" + UUID.randomUUID().toString().substring(0, 8);

    @RepeatedTest(4)
    void givenAnAccount_whenItsOwnerDeletesItBesideOtherChanges_thenNoneBreaks() {
        Tokens ada = app.api().signedUp(TestUser.ada());
        MfaApi mfa = new MfaApi(app.api());

        assertNoneBreaks(
                () -> app.api().deleteMe(ada.access()),
                () -> app.api().deleteMe(ada.access()),
                () -> app.api().patchMe(ada.access(), Map.of("display_name", "Ada")),
                () -> mfa.enrol(ada.access(), "phone"));

        app.api().deleteMe(ada.access()).statusCode(oneOf(204, 401));
        app.api().me(ada.access()).statusCode(401);
    }

    @RepeatedTest(4)
    void givenAnAccount_whenAdminsDeleteItBesideOtherChanges_thenNoneBreaks() {
        String path = "/end-users/" + app.api().signedUp(TestUser.ada()).userId();

        assertNoneBreaks(
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.PATCH, path + "/status", Map.of("status", "suspended")),
                () -> platform(Method.PATCH, path + "/role", Map.of("role_name", "admin")),
                () -> platform(Method.PATCH, path, Map.of("email", name + "@example.com")));

        assertGoesAtLast(path);
    }

    @RepeatedTest(4)
    void givenARole_whenItIsDeletedBesideOtherChanges_thenNoneBreaks() {
        String path = "/roles/" + name;
        platform(Method.POST, "/roles", Map.of("name", name)).statusCode(201);

        assertNoneBreaks(
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.PUT, path + "/permissions", Map.of("permissions", List.of("user.read"))));

        assertGoesAtLast(path);
    }

    @RepeatedTest(4)
    void givenAPermission_whenItIsDeletedAtOnce_thenNoneBreaks() {
        platform(Method.POST, "/permissions", Map.of("resource", name, "action", "go"))
                .statusCode(201);
        String path = "/permissions/" + name + ".go";

        assertNoneBreaks(
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.DELETE, path, null));

        assertGoesAtLast(path);
    }

    @RepeatedTest(4)
    void givenAMachine_whenItIsDeletedBesideOtherChanges_thenNoneBreaks() {
        Machine machine = app.platform().machine("user.read");
        String path = "/credentials/" + machine.id();

        assertNoneBreaks(
                () -> platform(Method.DELETE, path, null),
                () -> platform(Method.POST, path + "/rotate", null),
                () -> platform(Method.GET, path, null),
                () -> platform(Method.GET, "/credentials", null),
                () -> platform(Method.PUT, path + "/scopes", Map.of("permissions", List.of())),
                () -> platform(Method.PATCH, path, Map.of("is_active", false)),
                () -> app.api()
                        .request(Method.POST, "/oauth/token", machine.credentials(), Map.of())
                        .then());

        assertGoesAtLast(path);
    }

    private static ValidatableResponse platform(Method method, String path, Object body) {
        return app.platform().as(method, path, body);
    }

    /** Every deletion may have been refused for another change, and what it left is whole: it can be deleted. */
    private static void assertGoesAtLast(String path) {
        platform(Method.DELETE, path, null).statusCode(oneOf(204, 404));
        platform(Method.DELETE, path, null).statusCode(404);
    }

    /** Does each of them a few times at the same moment. */
    @SafeVarargs
    private static void assertNoneBreaks(Supplier<ValidatableResponse>... requests) {
        List<String> broken =
                AtOnce.run(TIMES_EACH * requests.length, i -> requests[i % requests.length].get()).stream()
                        .map(answer -> answer.extract().response())
                        .filter(answer -> answer.statusCode() >= 500)
                        .map(answer -> answer.statusCode() + " " + answer.asString())
                        .toList();

        assertThat(broken).isEmpty();
    }
}
