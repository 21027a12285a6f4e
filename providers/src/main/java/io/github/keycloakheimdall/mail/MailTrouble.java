/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Realms whose last mail, of those that this node sent, was not taken by their mail server. Thread safe. */
final class MailTrouble {

    private static final int REALMS = 10_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Cache<String, Boolean> FAILING = Caffeine.newBuilder()
            .maximumSize(REALMS)
            .expireAfterWrite(REMEMBERED)
            .build();

    private MailTrouble() {}

    /** Notes what became of a mail; says whether that is other than with the mail before. */
    static boolean note(String realmId, boolean sent) {
        return sent ? FAILING.asMap().remove(realmId) != null : FAILING.asMap().put(realmId, Boolean.TRUE) == null;
    }

    static boolean isOf(String realmId) {
        return FAILING.getIfPresent(realmId) != null;
    }
}
