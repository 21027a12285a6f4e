/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the times that a log is asked for by. */
final class Instants {

    private Instants() {}

    /**
     * Milliseconds since the epoch.
     *
     * @param text a date, which is its midnight in UTC, or a date and time with an offset; null for {@code absent}
     * @throws ApiException 400 for anything else
     */
    static long parse(String field, @Nullable String text, long absent) {
        if (text == null) {
            return absent;
        }
        try {
            return text.length() == "2026-11-26".length()
                    ? LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException noTime) {
            throw ApiException.invalid(
                    field, FieldFault.MALFORMED, "must be an ISO 8601 date, or date and time with an offset");
        }
    }
}
