/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The time-outs among a realm's SMTP settings: Keycloak takes them as they are, in milliseconds. */
final class SmtpTimeouts {

    private static final List<String> NAMES = List.of("timeout", "connectionTimeout", "writeTimeout");
    private static final String LONGEST = "30000";

    private SmtpTimeouts() {}

    /** The settings, with no time-out of more than half a minute, and none that is switched off. */
    static Map<String, String> bound(Map<String, String> smtp) {
        Map<String, String> bound = new HashMap<>(smtp);
        NAMES.forEach(name -> bound.computeIfPresent(name, (key, millis) -> isShort(millis) ? millis : LONGEST));
        return bound;
    }

    private static boolean isShort(String millis) {
        return millis.matches("[1-9][0-9]{0,4}") && Integer.parseInt(millis) <= Integer.parseInt(LONGEST);
    }
}
