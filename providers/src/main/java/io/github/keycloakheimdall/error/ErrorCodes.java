/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import java.util.List;

/**
 * The words by which programs tell refusals of one status apart. A refusal names its own where it is thrown; a test
 * holds this list to them. A later version may have more.
 */
public final class ErrorCodes {

    public static final List<String> ALL = List.of(
            "ACCOUNT_MANAGED_ELSEWHERE",
            "ACTION_REQUIRED",
            "APP_ARCHIVED",
            "APP_SUSPENDED",
            "AVATAR_BUSY",
            "AVATAR_INVALID_TYPE",
            "AVATAR_TOO_LARGE",
            "BEARER_REQUIRED",
            "BOUND_TO_ORGANIZATION",
            "CHANGED_MEANWHILE",
            "CLIENT_NOT_OURS",
            "CODES_EXHAUSTED",
            "CONTACT_NOT_VERIFIED",
            "DIRECTORY_UNAVAILABLE",
            "EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS",
            "EMAIL_FACTOR_NOT_AT_FIRST_BROKER_LOGIN",
            "EMAIL_FACTOR_NOT_AT_LOGIN_PAGE",
            "EMAIL_NOT_UNIQUE",
            "EMAIL_NOT_VERIFIED",
            "ENVOI_DISPATCH_FAILED",
            "ENVOI_NOT_ENABLED",
            "ENVOI_SENDER_NOT_CONFIGURED",
            "ENVOI_TEMPLATE_NOT_CONFIGURED",
            "IDEMPOTENCY_KEY_REUSE",
            "IDENTITY_IN_USE",
            "INVALID_ID_TOKEN",
            "LAST_OWNER",
            "LAST_SIGNIN_METHOD",
            "ORGANIZATIONS_OFF",
            "PROVIDER_ALREADY_LINKED",
            "PROVIDER_MANAGED_ELSEWHERE",
            "PROVIDER_NOT_CONFIGURED",
            "PROVIDER_UNAVAILABLE",
            "RATE_LIMITED",
            "REAUTHENTICATION_REQUIRED",
            "ROLE_BY_GROUP",
            "ROLE_IN_USE",
            "SECOND_FACTOR_UNSUPPORTED",
            "SLUG_TAKEN",
            "STEP_UP_REQUIRED",
            "TOO_MANY_ATTEMPTS");

    private ErrorCodes() {}
}
