/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An app of a test class's own: a realm from {@code realm-templates/acme.json} with a random slug, called Acme, deleted
 * in the end.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final App app = App.fresh().with("heimdall.signup_enabled", "false");
 * }</pre>
 *
 * Tests that start servers of their own call {@link #createOn} and {@link #close} themselves.
 */
public final class App implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final int NAME_DIGITS = 8;

    // Keycloak's default is made to be slow, and no test but those of timing looks at it.
    private static final String PASSWORD_POLICY = "passwordPolicy";
    private static final String QUICK_HASH = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private final String slug =
            "t-" + UUID.randomUUID().toString().replace("-", "").substring(0, NAME_DIGITS);
    private final Map<String, Object> realm = template();
    private final Map<String, String> attributes = new HashMap<>(Map.of("heimdall.enabled", "true"));

    // The whole run comes from one address, faster than any user; tests of the limits set them by themselves.
    private static final List<String> RATE_LIMITED = List.of("signup", "signin", "codes");
    private RunningKeycloak server;
    private KeycloakAdmin admin;
    private Class<?> owner;

    private App() {
        realm.put("displayName", "Acme");
        realm.put(PASSWORD_POLICY, QUICK_HASH);
        RATE_LIMITED.forEach(what -> attributes.put("heimdall.rate_limit_" + what + "_per_minute", "0"));
    }

    /** An app with the defaults, but for passwords that are hashed in no time, and no limit to how often one calls. */
    public static App fresh() {
        return new App();
    }

    /** Has the realm created with this attribute. */
    public App with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Has the realm created with the limits to how often one calls that an app has by default. */
    public App withRateLimits() {
        RATE_LIMITED.forEach(what -> attributes.remove("heimdall.rate_limit_" + what + "_per_minute"));
        return this;
    }

    /** Has the realm created with this setting of Keycloak's own, such as {@code passwordPolicy}. */
    public App withRealm(String setting, Object value) {
        realm.put(setting, value);
        return this;
    }

    /** Has the realm created with these settings of Keycloak's own. */
    public App withRealm(Map<String, ?> settings) {
        realm.putAll(settings);
        return this;
    }

    /** Has passwords hashed as Keycloak does by default, which takes its time. */
    public App withKeycloaksHash() {
        realm.remove(PASSWORD_POLICY);
        return this;
    }

    /** Creates the realm. */
    public App createOn(RunningKeycloak running) {
        server = running;
        admin = KeycloakAdmin.of(running);
        realm.put("realm", slug);
        realm.put("attributes", attributes);
        admin.createRealm(slug, realm);
        return this;
    }

    public String slug() {
        return slug;
    }

    /** The app's consumer API. */
    public HeimdallApi api() {
        return apiOn(server);
    }

    /** The app's consumer API on another node of the same cluster. */
    public HeimdallApi apiOn(RunningKeycloak node) {
        return HeimdallApi.of(node.baseUri(), slug);
    }

    /** The realm, as an admin sees it. */
    public RealmAdmin realm() {
        return admin.realm(slug);
    }

    /** The platform API about this app. */
    public Platform platform() {
        return new Platform(server, admin, slug);
    }

    /** The server, as an admin sees it. */
    public KeycloakAdmin admin() {
        return admin;
    }

    public RunningKeycloak server() {
        return server;
    }

    /** Sets a realm attribute, as an admin would while the app is in use; null removes it. */
    public void set(String attribute, String value) {
        Map<String, String> change = new HashMap<>();
        change.put(attribute, value);
        realm().setAttributes(change);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // JUnit calls this for nested classes too, which share the app of the outer one.
        if (owner == null) {
            owner = context.getRequiredTestClass();
            createOn(KeycloakExtension.server(context));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass() == owner) {
            close();
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            realm().delete();
            admin = null;
        }
    }

    private static Map<String, Object> template() {
        InputStream json = App.class.getResourceAsStream("/realm-templates/acme.json");
        return new HashMap<>(new JsonPath(json).getMap("$"));
    }
}
