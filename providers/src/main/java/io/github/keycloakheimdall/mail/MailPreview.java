/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.realm.WrittenMail;

/** A mail that is shown and not sent. */
record MailPreview(String subject, String text, String html) implements ApiResponse {

    static MailPreview of(WrittenMail mail) {
        return new MailPreview(mail.subject(), mail.text(), mail.html());
    }
}
