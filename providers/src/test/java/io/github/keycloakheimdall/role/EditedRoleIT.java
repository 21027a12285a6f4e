/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin edits a role in the console. What the API remembers of roles must not outlive the edit. */
class EditedRoleIT {

    private static final String PERMISSION = "user.list";
    private static final int READERS = 4;
    private static final int EDITS = 40;

    @RegisterExtension
    static final App app = App.fresh();

    private final List<Map<String, Object>> permission = List.of(app.realm().permission(PERMISSION));
    private final Tokens member = app.api().signedUp(TestUser.ada());

    @BeforeEach
    void anInnerRole() {
        if (app.realm().list("/roles?search=inner").isEmpty()) {
            app.realm().call(Method.POST, "/roles", Map.of("name", "inner"));
            app.realm().addComposites("member", List.of(app.realm().role("inner")));
        }
        assertThat(permissions()).doesNotContain(PERMISSION);
    }

    @Test
    void givenARoleInsideARole_whenItIsGivenAPermissionAndLosesIt_thenTheNextRequestShowsIt() {
        app.realm().addComposites("inner", permission);
        assertThat(permissions()).contains(PERMISSION);

        app.realm().removeComposites("inner", permission);
        assertThat(permissions()).doesNotContain(PERMISSION);
    }

    @Test
    void givenARoleInsideARole_whenItIsDeleted_thenTheNextRequestShowsIt() {
        app.realm().addComposites("inner", permission);
        assertThat(permissions()).contains(PERMISSION);

        app.realm().call(Method.DELETE, "/roles/inner", null);
        assertThat(permissions()).doesNotContain(PERMISSION);
    }

    @Test
    void givenRequestsAllTheTime_whenARoleIsEditedAgainAndAgain_thenNoneBringsAnOldOneBack() throws Exception {
        AtomicBoolean edited = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<? extends Future<?>> reading = IntStream.range(0, READERS)
                    .mapToObj(reader -> readers.submit(() -> {
                        while (!edited.get()) {
                            permissions();
                        }
                    }))
                    .toList();
            for (int i = 0; i < EDITS; i++) {
                app.realm().addComposites("inner", permission);
                assertThat(permissions()).as("given, edit %d", i).contains(PERMISSION);
                app.realm().removeComposites("inner", permission);
                assertThat(permissions()).as("taken, edit %d", i).doesNotContain(PERMISSION);
            }
            edited.set(true);
            for (Future<?> reader : reading) {
                reader.get();
            }
        } finally {
            edited.set(true);
            readers.shutdown();
        }
    }

    private List<String> permissions() {
        return app.api()
                .permissions(member.access())
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("permissions");
    }
}
