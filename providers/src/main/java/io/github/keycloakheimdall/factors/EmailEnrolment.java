/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where codes by mail go.
 *
 * @param codeExpiresAt when the code that confirms it ends; left out where there is none to confirm
 */
record EmailEnrolment(
        String emailMasked,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant codeExpiresAt) implements EnrolmentData {

    static EmailEnrolment of(MailedCode sent) {
        return new EmailEnrolment(sent.emailMasked(), sent.codeExpiresAt());
    }
}
