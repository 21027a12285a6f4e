/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.util.Arrays;
import java.util.Optional;

/** What an app tells its backend of. */
public enum EventKind {
    USER_SIGNUP("user.signup"),
    USER_SIGNIN("user.signin"),
    USER_CONTACT_VERIFIED("user.contact_verified"),
    USER_EMAIL_VERIFIED("user.email_verified"),
    USER_PASSWORD_RESET_REQUESTED("user.password_reset.requested"),
    USER_PASSWORD_RESET_COMPLETED("user.password_reset.completed"),
    USER_SUSPENDED("user.suspended"),
    USER_DEACTIVATED("user.deactivated"),
    USER_REINSTATED("user.reinstated"),
    USER_ROLE_CHANGED("user.role_changed"),
    USER_DELETED("user.deleted"),
    TENANT_CREATED("tenant.created"),
    TENANT_UPDATED("tenant.updated"),
    TENANT_DELETED("tenant.deleted"),
    TENANT_MEMBER_ADDED("tenant.member.added"),
    TENANT_MEMBER_REMOVED("tenant.member.removed"),
    TENANT_MEMBER_ROLE_CHANGED("tenant.member.role_changed"),
    TENANT_INVITE_CREATED("tenant.invite.created"),
    TENANT_INVITE_ACCEPTED("tenant.invite.accepted"),
    TENANT_INVITE_REVOKED("tenant.invite.revoked"),
    APP_SLUG_CHANGED("app.slug_changed"),
    MFA_FACTOR_ENROLLED("user.mfa.factor_enrolled"),
    MFA_FACTOR_DISABLED("user.mfa.factor_disabled"),
    MFA_RECOVERY_CODE_USED("user.mfa.recovery_code_used"),
    MFA_STEP_UP_SUCCEEDED("user.mfa.step_up_succeeded"),
    MFA_STEP_UP_LOCKED("user.mfa.step_up_locked"),
    MFA_ENROLLMENT_REQUIRED("user.mfa.enrollment_required"),
    MFA_REENROLLMENT_REQUIRED("user.mfa.reenrollment_required");

    private final String wireName;

    EventKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests, answers and payloads. */
    public String wireName() {
        return wireName;
    }

    /** The one of that name. */
    public static Optional<EventKind> find(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
