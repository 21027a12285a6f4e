/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to be written and sent.
 *
 * @param values what the template shows
 */
public record Mail(MailKind kind, String to, Locale locale, Map<String, Object> values) {

    @Override
    public String toString() {
        return "Mail[" + kind + ']';
    }
}
