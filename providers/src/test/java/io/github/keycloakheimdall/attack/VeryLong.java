/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Keys, and names of things, that are longer than any that there is. Each fits into what a server takes at all. */
final class VeryLong {

    private static final int NEARLY_ALL = 3_500;
    private static final int LONG = 7_000;

    /** Percent encoded, for a path. */
    static final List<String> SEGMENTS = List.of(
            "x".repeat(37),
            "x".repeat(256),
            "x".repeat(NEARLY_ALL),
            "%F0%9F%98%80".repeat(100),
            "%ED%A0%80",
            "%FF%FE",
            "%0A%0D",
            "%E2%80%AE",
            "..%2f..%2f",
            "%5C");

    static final List<String> QUERIES = List.of(
            "?cursor=" + "x".repeat(NEARLY_ALL),
            "?cursor=" + base64("[9223372036854775807,\"" + "x".repeat(2_000) + "\"]"),
            "?cursor=" + base64("\0"),
            "?limit=" + "9".repeat(NEARLY_ALL),
            "?limit=99999999999999999999",
            "?search=" + "%25".repeat(1_000),
            "?email=" + "x".repeat(NEARLY_ALL) + "&role=" + "x".repeat(300));

    static final List<Map<String, String>> HEADERS = List.of(
            Map.of("Idempotency-Key", "k".repeat(LONG)),
            Map.of("Idempotency-Key", "k".repeat(256)),
            Map.of("Idempotency-Key", " "),
            Map.of("Authorization", "Bearer hdk_live_" + "a".repeat(LONG)),
            Map.of("Authorization", "Bearer hdk_live_" + "a".repeat(43)),
            Map.of("Authorization", "Bearer " + "a".repeat(LONG)),
            Map.of("Authorization", "Basic " + base64("m2m_" + "a".repeat(5_000) + ":b")),
            Map.of("Authorization", "x".repeat(LONG)),
            Map.of("Idempotency-Key", "k".repeat(10_000)),
            Map.of("User-Agent", "x".repeat(LONG)),
            Map.of("Accept-Language", "de-".repeat(2_000) + "x"));

    private VeryLong() {}

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
