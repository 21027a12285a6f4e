/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import io.github.keycloakheimdall.client.RealmAdmin;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Terraform's Keycloak provider sends for a realm and what is in it: all that it knows of a resource, with the
 * zero of the type for what the file does not name.
 */
final class Terraform {

    private final RealmAdmin realm;

    private Terraform(RealmAdmin realm) {
        this.realm = realm;
    }

    static Terraform of(RealmAdmin realm) {
        return new Terraform(realm);
    }

    /** Applies a {@code keycloak_realm} whose file names these attributes, and of its settings none but the name. */
    void applyRealm(Map<String, String> attributes) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", realm.read().get("id"));
        body.put("realm", realm.read().get("realm"));
        body.put("enabled", true);
        for (String text : List.of("displayName", "displayNameHtml", "defaultLocale", "passwordPolicy")) {
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
        body.put("loginWithEmailAllowed", true);
        body.put("sslRequired", "external");
        body.put("smtpServer", Map.of());
        body.put("defaultSignatureAlgorithm", "");
        body.put("refreshTokenMaxReuse", 0);
        body.put("supportedLocales", new ArrayList<>());
        body.put("attributes", attributes);
        body.put(
                "browserSecurityHeaders",
                Map.of(
                        "contentSecurityPolicy", "frame-src 'self'; frame-ancestors 'self'; object-src 'none';",
                        "contentSecurityPolicyReportOnly", "",
                        "strictTransportSecurity", "max-age=31536000; includeSubDomains",
                        "xContentTypeOptions", "nosniff",
                        "xFrameOptions", "SAMEORIGIN",
                        "xRobotsTag", "none",
                        "xXSSProtection", "1; mode=block",
                        "referrerPolicy", "no-referrer"));
        body.put("failureFactor", 30);
        body.put("waitIncrementSeconds", 60);
        body.put("quickLoginCheckMilliSeconds", 1000);
        body.put("minimumQuickLoginWaitSeconds", 60);
        body.put("maxFailureWaitSeconds", 900);
        body.put("maxDeltaTimeSeconds", 43200);
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
     * Applies a {@code keycloak_role} that was imported by its name and whose file names no attributes. Keycloak lets
     * nobody do that to a role called {@code admin}.
     */
    void applyRole(String name) {
        Map<String, Object> known = realm.role(name);
        realm.call(
                Method.PUT,
                "/roles-by-id/" + known.get("id"),
                Map.of(
                        "id",
                        known.get("id"),
                        "name",
                        name,
                        "description",
                        "",
                        "clientRole",
                        false,
                        "containerId",
                        known.get("containerId"),
                        "composite",
                        true,
                        "attributes",
                        Map.of()));
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
        body.put("federatedIdentities", null);
        body.put("requiredActions", new ArrayList<>());
        realm.call(Method.PUT, "/users/" + id, body);
    }

    /** Applies a {@code keycloak_realm_default_client_scopes} with none. */
    void applyNoDefaultScopes() {
        for (Map<String, Object> scope : realm.list("/default-default-client-scopes")) {
            realm.call(Method.DELETE, "/default-default-client-scopes/" + scope.get("id"), null);
        }
    }

    private static void webAuthn(Map<String, Object> body, String prefix) {
        body.put(prefix + "AcceptableAaguids", new ArrayList<>());
        body.put(prefix + "AttestationConveyancePreference", "not specified");
        body.put(prefix + "AuthenticatorAttachment", "not specified");
        body.put(prefix + "CreateTimeout", 0);
        body.put(prefix + "RequireResidentKey", "not specified");
        body.put(prefix + "RpEntityName", "keycloak");
        body.put(prefix + "RpId", "");
        body.put(prefix + "SignatureAlgorithms", List.of("ES256", "RS256"));
        body.put(prefix + "UserVerificationRequirement", "not specified");
    }
}
