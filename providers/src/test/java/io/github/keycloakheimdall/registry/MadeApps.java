/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.ServerDoor;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.http.Method;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes apps at {@code POST /v1/apps}; what is left of them in the end is deleted. */
final class MadeApps implements BeforeAllCallback, AfterAllCallback {

    private final List<String> slugs = new CopyOnWriteArrayList<>();
    private ServerDoor door;

    ServerDoor door() {
        return door;
    }

    /** A slug that no app has, and that is remembered. */
    String slug() {
        String slug = "m-" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        slugs.add(slug);
        return slug;
    }

    /** An app that was just made. */
    String make() {
        String slug = slug();
        door.as(Method.POST, "/apps", door.creation(slug)).statusCode(201);
        return slug;
    }

    HeimdallApi api(String slug) {
        return HeimdallApi.of(door.server().baseUri(), slug);
    }

    Platform platform(String slug) {
        return new Platform(door.server(), door.admin(), slug);
    }

    RealmAdmin realm(String slug) {
        return door.admin().realm(slug);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningKeycloak server = KeycloakExtension.server(context);
        door = new ServerDoor(server);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        slugs.forEach(slug -> door.admin().request(Method.DELETE, "/admin/realms/" + slug, null));
    }
}
