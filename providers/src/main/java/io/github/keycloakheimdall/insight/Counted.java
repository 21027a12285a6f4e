/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What is counted, each by the type of Keycloak's event that tells of it. */
enum Counted {
    SIGNIN("LOGIN"),
    SIGNIN_FAILED("LOGIN_ERROR"),
    RESET_ASKED("SEND_RESET_PASSWORD"),
    RESET_DONE("RESET_PASSWORD"),
    VERIFICATION_SENT("SEND_VERIFY_EMAIL"),
    VERIFIED("VERIFY_EMAIL");

    private final String eventType;

    Counted(String eventType) {
        this.eventType = eventType;
    }

    static Set<String> eventTypes() {
        return Arrays.stream(values()).map(counted -> counted.eventType).collect(Collectors.toSet());
    }

    static Counted ofEvent(String type) {
        return Arrays.stream(values())
                .filter(counted -> counted.eventType.equals(type))
                .findFirst()
                .orElseThrow();
    }
}
