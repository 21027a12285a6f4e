/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

/** The mails of this API, each a template of the email theme. */
public enum MailKind {
    VERIFICATION("verification", "heimdallVerificationSubject", "/verify?code="),
    MFA_CODE("mfa-code", "heimdallMfaCodeSubject", "/"),
    PASSWORD_RESET("password-reset", "heimdallPasswordResetSubject", "/reset-password?code="),
    PASSWORD_ELSEWHERE("password-elsewhere", "heimdallPasswordElsewhereSubject", "/"),
    INVITATION("invitation", "heimdallInvitationSubject", "/accept-invite?code="),
    WELCOME("welcome", "heimdallWelcomeSubject", "/"),
    SECURITY_NOTICE("security-notice", "heimdallSecurityNoticeSubject", "/");

    private final String templateName;
    private final String subjectKey;
    private final String page;

    MailKind(String name, String subjectKey, String page) {
        this.templateName = "heimdall-" + name;
        this.subjectKey = subjectKey;
        this.page = page;
    }

    /** What the settings call the template. */
    String templateName() {
        return templateName;
    }

    /** The file's name in the theme's html and text folders. */
    public String template() {
        return templateName + ".ftl";
    }

    /** The message whose text is the subject, with the code and the app's name for arguments. */
    public String subjectKey() {
        return subjectKey;
    }

    /** Where the mail's button leads, below the app's web origin; the code follows. */
    String page() {
        return page;
    }
}
