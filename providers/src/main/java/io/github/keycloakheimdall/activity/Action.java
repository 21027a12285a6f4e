/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.http.Outcome;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the log tells of, and the type of Keycloak event that it is told by; one to one, so that it can be filtered. */
enum Action {
    SIGNED_UP("user.signup", "REGISTER", false),
    SESSION_CREATED("auth.session.created", "LOGIN", true),
    SIGNIN_FAILED("auth.signin.failed", "LOGIN_ERROR", false),
    REFRESH_REFUSED("auth.refresh.refused", "REFRESH_TOKEN_ERROR", true),
    SESSION_REVOKED("auth.session.revoked", "LOGOUT", true),
    PASSWORD_CHANGED("user.password_changed", "UPDATE_PASSWORD", false),
    PASSWORD_CHANGE_FAILED("user.password_change.failed", "UPDATE_CREDENTIAL_ERROR", false),
    RESET_REQUESTED("user.password_reset.requested", "SEND_RESET_PASSWORD", false),
    RESET_COMPLETED("user.password_reset.completed", "RESET_PASSWORD", false),
    VERIFICATION_SENT("user.email_verification.sent", "SEND_VERIFY_EMAIL", false),
    CONTACT_VERIFIED("user.contact_verified", "VERIFY_EMAIL", false),
    PROFILE_UPDATED("user.updated", "UPDATE_PROFILE", false),
    FACTOR_ENROLLED("user.mfa.factor_enrolled", "UPDATE_TOTP", false),
    FACTOR_DISABLED("user.mfa.factor_disabled", "REMOVE_TOTP", false),
    IDENTITY_LINKED("user.identity.linked", "FEDERATED_IDENTITY_LINK", false),
    IDENTITY_UNLINKED("user.identity.unlinked", "REMOVE_FEDERATED_IDENTITY", false),
    DELETED("user.deleted", "DELETE_ACCOUNT", false);

    private final String wireName;
    private final String eventType;
    private final boolean aboutSession;

    Action(String wireName, String eventType, boolean aboutSession) {
        this.wireName = wireName;
        this.eventType = eventType;
        this.aboutSession = aboutSession;
    }

    String wireName() {
        return wireName;
    }

    boolean aboutSession() {
        return aboutSession;
    }

    static Set<String> eventTypes() {
        return eventTypes(null, Outcome.ANY);
    }

    /**
     * The types of event that tell of what had that outcome.
     *
     * @param wireName of which action alone; null for all
     */
    static Set<String> eventTypes(@Nullable String wireName, Outcome outcome) {
        return Arrays.stream(values())
                .filter(action -> wireName == null || action.wireName.equals(wireName))
                .map(action -> action.eventType)
                .filter(type -> outcome.includes(type.endsWith("_ERROR")))
                .collect(Collectors.toSet());
    }

    static Action ofEvent(String type) {
        return Arrays.stream(values())
                .filter(action -> action.eventType.equals(type))
                .findFirst()
                .orElseThrow();
    }
}
