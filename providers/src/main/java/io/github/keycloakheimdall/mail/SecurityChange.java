/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

/** What the owner of an account is told of by mail: each changes how the account is got into, or ends it. */
public enum SecurityChange {
    CONTACT_ADDED("ContactAdded"),
    CONTACT_VERIFIED("ContactVerified"),
    CONTACT_REMOVED("ContactRemoved"),
    CONTACT_PROMOTED("ContactPromoted"),
    EMAIL_CHANGED("EmailChanged"),
    PASSWORD_CHANGED("PasswordChanged"),
    PASSWORD_RESET("PasswordReset"),
    FACTOR_ADDED("FactorAdded"),
    FACTOR_REMOVED("FactorRemoved"),
    IDENTITY_ADDED("IdentityAdded"),
    IDENTITY_REMOVED("IdentityRemoved"),
    RECOVERY_CODES_RENEWED("RecoveryCodesRenewed"),
    ACCOUNT_DELETED("AccountDeleted");

    private final String name;

    SecurityChange(String name) {
        this.name = name;
    }

    /** The message that says it, with a contact for its argument where it is about one. */
    public String messageKey() {
        return "heimdallSecurityNotice" + name;
    }
}
