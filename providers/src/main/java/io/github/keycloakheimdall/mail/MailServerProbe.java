/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.keycloak.realm.MailServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks whether a realm's mail server answers, every few seconds at most and one request at a time: asking one that is
 * not there takes seconds, and as many requests as there are threads would keep all other apps waiting. Thread safe.
 */
final class MailServerProbe {

    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final int SERVERS = 1_000;

    private static final Cache<String, Boolean> KNOWN =
            Caffeine.newBuilder().maximumSize(SERVERS).expireAfterWrite(HOLDS).build();
    private static final Set<String> ASKING = ConcurrentHashMap.newKeySet();

    private MailServerProbe() {}

    /** Whether it answers, or did a moment ago; true while another request is still asking. */
    static boolean answers(String realmId, MailServer server) {
        String key = realmId + ' ' + server.name();
        Boolean known = KNOWN.getIfPresent(key);
        if (known != null) {
            return known;
        }
        if (!ASKING.add(key)) {
            return true;
        }
        try {
            boolean answers = server.answers();
            KNOWN.put(key, answers);
            return answers;
        } finally {
            ASKING.remove(key);
        }
    }
}
