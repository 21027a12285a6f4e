/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app never loses its last owner through the API. */
class LastOwnerIT {

    private static final Map<String, String> MEMBER = Map.of("role_name", "member");

    @RegisterExtension
    static final App app = App.fresh();

    private final Cast cast = new Cast(app);
    private final Tokens owner = cast.signedUp("owner");

    @AfterEach
    void ownerGone() {
        app.realm().list("/roles/owner/users").forEach(user -> app.realm().deleteUser((String) user.get("id")));
    }

    @Test
    void givenOneOwner_whenDemotedSuspendedOrDeleted_then409() {
        String path = "/users/" + owner.userId();

        cast.lane(owner, Method.PATCH, path + "/role", MEMBER).statusCode(409).body("code", equalTo("LAST_OWNER"));
        cast.lane(owner, Method.PATCH, path + "/status", Map.of("status", "suspended"))
                .statusCode(409);
        cast.lane(owner, Method.DELETE, path, null).statusCode(409);
        app.api().deleteMe(owner.access()).statusCode(409).body("code", equalTo("LAST_OWNER"));
        cast.platform(Method.PATCH, "/end-users/" + owner.userId() + "/role", MEMBER)
                .statusCode(409);
        cast.platform(Method.DELETE, "/end-users/" + owner.userId(), null).statusCode(409);
    }

    @Test
    void givenTheOtherOwnerSuspended_whenDemoted_then409() {
        Tokens second = cast.signedUp("owner");
        app.realm().enableUser(second.userId(), false);

        cast.lane(owner, Method.PATCH, "/users/" + owner.userId() + "/role", MEMBER)
                .statusCode(409);
    }

    @Test
    void givenABulkDeed_whenItMeetsTheLastOwner_thenItPassesThemOver() {
        Tokens member = cast.signedUp("member");
        Map<String, Object> selection =
                Map.of("mode", "ids", "ids", List.of(owner.userId(), member.userId(), "nobody"));

        cast.platform(Method.POST, "/end-users/bulk-delete", Map.of("selection", selection))
                .statusCode(200)
                .body("affected_users", equalTo(1));

        app.api().me(owner.access()).statusCode(200);
    }

    @RepeatedTest(5)
    void givenTwoOwners_whenBothAreDemotedAtOnce_thenOneStays() {
        Tokens second = cast.signedUp("owner");
        List<String> owners = List.of(owner.userId(), second.userId());

        List<Integer> statuses =
                AtOnce.run(2, i -> cast.platform(Method.PATCH, "/end-users/" + owners.get(i) + "/role", MEMBER)
                        .extract()
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(app.realm().list("/roles/owner/users")).hasSize(1);
    }
}
