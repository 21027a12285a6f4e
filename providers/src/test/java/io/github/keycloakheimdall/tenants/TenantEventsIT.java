/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakLine;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The admin events of what is done to tenants here, beside those of Keycloak's own Organizations REST. */
class TenantEventsIT {

    /** Organizations have groups since 26.6. */
    private static final String ROLE =
            KeycloakLine.isBefore26(6) ? "organizations/*/members/*" : "organizations/*/groups/*/members/*";

    @RegisterExtension
    static final App app = App.fresh().withRealm(Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true));

    @Test
    void givenAnAdmin_whenChangingATenantAndItsMembers_thenTheEventsOfKeycloaksOwnRest() {
        String ours = lifeOfATenant(app.admin().bearer(), "/v1/apps/" + app.slug() + "/tenants");
        String keycloaks = lifeOfAnOrganization();

        assertThat(told(ours)).containsAll(told(keycloaks));
        assertThat(events(ours)).allSatisfy(event -> assertThat(author(event))
                .isEqualTo(author(events(keycloaks).get(0))));
        assertThat(events(ours))
                .filteredOn(event -> event.get("resourceType").equals("ORGANIZATION_MEMBERSHIP"))
                .allSatisfy(event ->
                        assertThat(event.get("representation").toString()).contains(ours));
    }

    @Test
    void givenABackend_whenChangingATenantAndItsMembers_thenTheSameEventsNameItsKey() {
        Map<String, Object> made = app.platform()
                .as(
                        Method.POST,
                        "/api-keys",
                        Map.of(
                                "name",
                                "backend",
                                "permissions",
                                List.of(
                                        "auth.tenant.create",
                                        "auth.tenant.update",
                                        "auth.tenant.delete",
                                        "auth.tenant.members.add",
                                        "auth.tenant.members.update-role",
                                        "auth.tenant.members.remove")))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");

        String ours = lifeOfATenant((String) made.get("key"), "/" + app.slug() + "/v1/tenants");

        assertThat(told(ours)).containsAll(told(lifeOfAnOrganization()));
        assertThat(events(ours)).allSatisfy(event -> assertThat(author(event)).isEqualTo(made.get("id")));
    }

    @Test
    void givenARefusedChange_whenLooking_thenNoEvent() {
        String id = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Refused"))
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, String> nobody = Map.of("account_id", "nobody", "role_name", "member");

        app.platform().as(Method.POST, "/tenants/" + id + "/members", nobody).statusCode(404);

        assertThat(told(id)).containsExactly("CREATE ORGANIZATION organizations/*");
    }

    /** Makes a tenant, changes it, adds, promotes and removes a member, deletes it; gives back its id. */
    private static String lifeOfATenant(String bearer, String path) {
        Tokens ada = app.api().signedUp(TestUser.ada());
        String id = call(bearer, Method.POST, path, Map.of("display_name", "Events"), 201);
        String tenant = path + "/" + id;
        call(bearer, Method.PATCH, tenant, Map.of("status", "suspended"), 200);
        call(bearer, Method.POST, tenant + "/members", Map.of("account_id", ada.userId(), "role_name", "member"), 201);
        String member = tenant + "/members/" + ada.userId();
        call(bearer, Method.PATCH, member, Map.of("role_name", "admin"), 200);
        call(bearer, Method.DELETE, member, null, 204);
        call(bearer, Method.DELETE, tenant, null, 204);
        assertThat(told(id))
                .filteredOn(event -> event.contains("ORGANIZATION_GROUP_MEMBERSHIP"))
                .containsExactlyInAnyOrder(
                        "CREATE ORGANIZATION_GROUP_MEMBERSHIP " + ROLE,
                        "DELETE ORGANIZATION_GROUP_MEMBERSHIP " + ROLE,
                        "CREATE ORGANIZATION_GROUP_MEMBERSHIP " + ROLE);
        return id;
    }

    /** The same without the role, by Keycloak's own REST API. */
    private static String lifeOfAnOrganization() {
        Tokens ada = app.api().signedUp(TestUser.ada());
        String alias = "own-" + ada.userId();
        app.realm().call(Method.POST, "/organizations", Map.of("name", alias, "alias", alias));
        String id = (String) app.realm().list("/organizations").stream()
                .filter(found -> alias.equals(found.get("alias")))
                .findFirst()
                .orElseThrow()
                .get("id");
        String path = "/organizations/" + id;
        app.realm().call(Method.PUT, path, Map.of("name", alias, "alias", alias, "enabled", false));
        app.realm().call(Method.POST, path + "/members", ada.userId());
        app.realm().call(Method.DELETE, path + "/members/" + ada.userId(), null);
        app.realm().call(Method.DELETE, path, null);
        return id;
    }

    private static String call(String bearer, Method method, String path, Object body, int status) {
        var request = given().header("authorization", "Bearer " + bearer);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        var answer =
                request.request(method, app.server().baseUri() + path).then().statusCode(status);
        return status == 204 ? null : answer.extract().path("id");
    }

    /** The events about one organization as operation, type and path, with ids left out. */
    private static List<String> told(String organizationId) {
        return events(organizationId).stream()
                .map(event -> event.get("operationType") + " " + event.get("resourceType") + " "
                        + event.get("resourcePath").toString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*"))
                .toList();
    }

    private static List<Map<String, Object>> events(String organizationId) {
        return app.realm().list("/admin-events?max=1000").stream()
                .filter(event -> event.get("resourcePath").toString().contains(organizationId))
                .toList();
    }

    private static Object author(Map<String, Object> event) {
        return ((Map<?, ?>) event.get("authDetails")).get("userId");
    }
}
