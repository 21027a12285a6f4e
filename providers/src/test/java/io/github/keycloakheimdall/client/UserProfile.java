/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The user profile of an app's realm, as its admin edits it. */
public final class UserProfile {

    private final RealmAdmin realm;

    private UserProfile(RealmAdmin realm) {
        this.realm = realm;
    }

    public static UserProfile of(App app) {
        return new UserProfile(app.realm());
    }

    /** Requires an attribute, one of the profile's or a new one, of these: {@code admin} and {@code user}. */
    public void require(String name, String... roles) {
        List<String> both = List.of("admin", "user");
        edit(attributes -> {
            attributes.removeIf(attribute -> name.equals(attribute.get("name")));
            attributes.add(Map.of(
                    "name",
                    name,
                    "required",
                    Map.of("roles", List.of(roles)),
                    "permissions",
                    Map.of("view", both, "edit", both)));
        });
    }

    /** Takes an attribute out of the profile. */
    public void drop(String name) {
        edit(attributes -> attributes.removeIf(attribute -> name.equals(attribute.get("name"))));
    }

    /** Says that an attribute may have several values. */
    public void severalValues(String name) {
        edit(attributes -> of(name, attributes).put("multivalued", true));
    }

    /** Checks no usernames. */
    public void dropUsernameChecks() {
        username(Map.of());
    }

    /** Checks usernames by these validations. */
    public void username(Map<String, ?> validations) {
        edit(attributes -> of("username", attributes).put("validations", validations));
    }

    /** Lets these see and edit the display name, within these validations. */
    public void displayName(List<String> viewers, List<String> editors, Map<String, ?> validations) {
        edit(attributes -> {
            Map<String, Object> displayName = of("displayName", attributes);
            displayName.put("permissions", Map.of("view", viewers, "edit", editors));
            displayName.put("validations", validations);
        });
    }

    /** Lets these edit the email, within these validations. */
    public void email(List<String> editors, Map<String, ?> validations) {
        edit(attributes -> {
            Map<String, Object> email = of("email", attributes);
            email.put("permissions", Map.of("view", List.of("admin", "user"), "edit", editors));
            email.put("validations", validations);
        });
    }

    private static Map<String, Object> of(String name, List<Map<String, Object>> attributes) {
        return attributes.stream()
                .filter(attribute -> name.equals(attribute.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private void edit(Consumer<List<Map<String, Object>>> change) {
        Map<String, Object> profile = new HashMap<>(
                realm.call(Method.GET, "/users/profile", null).jsonPath().getMap("$"));
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (Object attribute : (List<?>) profile.get("attributes")) {
            Map<String, Object> copy = new HashMap<>();
            ((Map<?, ?>) attribute).forEach((key, value) -> copy.put((String) key, value));
            attributes.add(copy);
        }
        change.accept(attributes);
        profile.put("attributes", attributes);
        realm.call(Method.PUT, "/users/profile", profile);
    }
}
