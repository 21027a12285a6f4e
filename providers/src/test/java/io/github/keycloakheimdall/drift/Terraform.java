/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What version 5.9.0 of Terraform's Keycloak provider sends for a realm and what is in it: all that it knows of a
 * resource. What the file does not name has the zero of the type when it is made, and mostly what was read later.
 */
final class Terraform {

    private static final Map<String, String> HEADERS = Map.of(
            "contentSecurityPolicy", "frame-src 'self'; frame-ancestors 'self'; object-src 'none';",
            "contentSecurityPolicyReportOnly", "",
            "strictTransportSecurity", "max-age=31536000; includeSubDomains",
            "xContentTypeOptions", "nosniff",
            "xFrameOptions", "SAMEORIGIN",
            "xRobotsTag", "none",
            "xXSSProtection", "1; mode=block",
            "referrerPolicy", "no-referrer");
    private static final Map<String, String> FLOWS = Map.of(
            "browserFlow", "browser",
            "registrationFlow", "registration",
            "directGrantFlow", "direct grant",
            "resetCredentialsFlow", "reset credentials",
            "clientAuthenticationFlow", "clients",
            "dockerAuthenticationFlow", "docker auth",
            "firstBrokerLoginFlow", "first broker login");

    private final RealmAdmin realm;

    private Terraform(RealmAdmin realm) {
        this.realm = realm;
    }

    static Terraform of(RealmAdmin realm) {
        return new Terraform(realm);
    }

    /** Makes a realm, which has the slug for its id, of a file that names these attributes and nothing else. */
    static RealmAdmin makeRealm(KeycloakAdmin admin, String slug, Map<String, String> attributes) {
        return admin.createRealm(slug, settings(slug, slug, attributes));
    }

    /**
     * Applies a {@code keycloak_realm} whose file names these attributes, and says no to all other settings: what it
     * says nothing of, the provider sends as it read it.
     */
    void applyRealm(Map<String, String> attributes) {
        Map<String, Object> known = realm.read();
        Map<String, Object> body = settings((String) known.get("id"), (String) known.get("realm"), attributes);
        webAuthn(body, "webAuthnPolicy");
        webAuthn(body, "webAuthnPolicyPasswordless");
        realm.update(body);
    }

    /** Applies a {@code keycloak_realm_events} that names nothing, as destroying one does. */
    void applyNoEvents() {
        Map<String, Object> body = new HashMap<>();
        body.put("adminEventsDetailsEnabled", false);
        body.put("adminEventsEnabled", false);
        body.put("enabledEventTypes", null);
        body.put("eventsEnabled", false);
        body.put("eventsExpiration", 0);
        realm.call(Method.PUT, "/events/config", body);
    }

    /** Applies a {@code keycloak_realm_user_profile} with these attributes, which everybody may see and edit. */
    void applyProfile(String... names) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (String name : names) {
            List<String> both = List.of("admin", "user");
            attributes.add(Map.of("name", name, "permissions", Map.of("view", both, "edit", both)));
        }
        realm.call(Method.PUT, "/users/profile", Map.of("attributes", attributes));
    }

    /** Destroys it, which cannot be: a profile of two attributes that say nothing takes its place. */
    void destroyProfile() {
        realm.call(
                Method.PUT,
                "/users/profile",
                Map.of("attributes", List.of(Map.of("name", "username"), Map.of("name", "email"))));
    }

    /** Applies a keystore, such as {@code keycloak_realm_keystore_rsa_generated}; gives back its id. */
    String applyKeystore(String provider, Map<String, String> config) {
        Map<String, List<String>> values = new HashMap<>(Map.of(
                "active", List.of("true"),
                "enabled", List.of("true"),
                "priority", List.of("200")));
        config.forEach((name, value) -> values.put(name, List.of(value)));
        return realm.call(
                        Method.POST,
                        "/components",
                        Map.of(
                                "name",
                                provider,
                                "parentId",
                                realm.read().get("id"),
                                "providerId",
                                provider,
                                "providerType",
                                "org.keycloak.keys.KeyProvider",
                                "config",
                                values))
                .header("location")
                .replaceAll(".*/", "");
    }

    void destroyKeystore(String id) {
        realm.call(Method.DELETE, "/components/" + id, null);
    }

    /**
     * Applies a {@code keycloak_role} that was imported and whose file has attributes of its own. Keycloak lets nobody
     * do that to a role called {@code admin}.
     */
    void applyRole(String name) {
        Map<String, Object> known = realm.role(name);
        Map<String, Object> body = new HashMap<>(Map.of("id", known.get("id"), "name", name));
        body.put("description", known.get("description"));
        body.put("clientRole", false);
        body.put("containerId", "");
        body.put("composite", false);
        body.put("attributes", Map.of("team", List.of("payments")));
        realm.call(Method.PUT, "/roles-by-id/" + known.get("id"), body);
    }

    /** Applies a {@code keycloak_user} whose file names the username and the email. */
    void applyUser(String id, String username, String email) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "id",
                id,
                "username",
                username,
                "email",
                email,
                "emailVerified",
                false,
                "firstName",
                "",
                "lastName",
                "",
                "enabled",
                true));
        body.put("attributes", Map.of());
        body.put("federatedIdentities", List.of());
        body.put("requiredActions", null);
        realm.call(Method.PUT, "/users/" + id, body);
    }

    /** Applies a {@code keycloak_realm_default_client_scopes} with none. */
    void applyNoDefaultScopes() {
        for (Map<String, Object> scope : realm.list("/default-default-client-scopes")) {
            realm.call(Method.DELETE, "/default-default-client-scopes/" + scope.get("id"), null);
        }
    }

    private static Map<String, Object> settings(String id, String slug, Map<String, String> attributes) {
        Map<String, Object> body = new HashMap<>(Map.of("id", id, "realm", slug, "enabled", true));
        for (String text : List.of(
                "displayName", "displayNameHtml", "defaultLocale", "passwordPolicy", "defaultSignatureAlgorithm")) {
            body.put(text, "");
        }
        for (String flag : List.of(
                "userManagedAccessAllowed",
                "registrationAllowed",
                "registrationEmailAsUsername",
                "editUsernameAllowed",
                "resetPasswordAllowed",
                "rememberMe",
                "verifyEmail",
                "loginWithEmailAllowed",
                "duplicateEmailsAllowed",
                "revokeRefreshToken",
                "internationalizationEnabled",
                "bruteForceProtected",
                "permanentLockout",
                "otpPolicyCodeReusable",
                "webAuthnPolicyAvoidSameAuthenticatorRegister",
                "webAuthnPolicyPasswordlessAvoidSameAuthenticatorRegister")) {
            body.put(flag, false);
        }
        body.put("sslRequired", "external");
        body.put("smtpServer", Map.of());
        body.put("refreshTokenMaxReuse", 0);
        body.put("supportedLocales", List.of());
        body.put("attributes", attributes);
        body.put("browserSecurityHeaders", HEADERS);
        body.put("bruteForceStrategy", "MULTIPLE");
        body.put("failureFactor", 30);
        body.put("waitIncrementSeconds", 60);
        body.put("quickLoginCheckMilliSeconds", 1000);
        body.put("minimumQuickLoginWaitSeconds", 60);
        body.put("maxFailureWaitSeconds", 900);
        body.put("maxDeltaTimeSeconds", 43200);
        body.putAll(FLOWS);
        return body;
    }

    private static void webAuthn(Map<String, Object> body, String prefix) {
        body.put(prefix + "AcceptableAaguids", null);
        body.put(prefix + "AttestationConveyancePreference", "not specified");
        body.put(prefix + "AuthenticatorAttachment", "not specified");
        body.put(prefix + "CreateTimeout", 0);
        body.put(prefix + "RequireResidentKey", "not specified");
        body.put(prefix + "RpEntityName", "keycloak");
        body.put(prefix + "RpId", "");
        body.put(prefix + "SignatureAlgorithms", List.of("RS256", "ES256"));
        body.put(prefix + "UserVerificationRequirement", "not specified");
    }
}
