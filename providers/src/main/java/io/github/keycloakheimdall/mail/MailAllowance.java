/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.allowance.TokenBuckets;
import java.time.Duration;
import java.util.Locale;

/**
 * How often an app mails one address, on one node: whoever has the app send mails to a stranger stops being of use for
 * that soon. Each kind counts by itself, so that a flood of one does not keep another back, and so does what the app's
 * backend asks for with its key, so that strangers who sign up with an address keep nothing back that its owner asks
 * for there.
 */
final class MailAllowance {

    /** At once, and again over an hour. */
    static final int AN_HOUR = 6;

    private static final int ADDRESSES = 100_000;

    private static final TokenBuckets<Recipient> SENT = new TokenBuckets<>(Duration.ofHours(1), ADDRESSES);

    private MailAllowance() {}

    private record Recipient(String realmId, MailKind kind, boolean backend, String mailbox) {}

    /**
     * Takes one mail out of the allowance; false when there is none left.
     *
     * @param backend whether the app's backend asks for it
     */
    static boolean take(String realmId, MailKind kind, boolean backend, String address) {
        return SENT.take(new Recipient(realmId, kind, backend, mailbox(address)), AN_HOUR) == 0;
    }

    /** One mailbox has many addresses: in other case, and with anything after a plus. */
    static String mailbox(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }
}
