/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What users did in the last days, and how many there are now. A rate is of one, and null where there is nothing to
 * divide by.
 *
 * @param eventsEnabled whether the realm keeps the events that are counted
 * @param signins by day, the oldest first
 * @param signinFailureRate failed sign-ins of all
 * @param verificationCompletionRate verified contacts of those that a code or a link was sent to
 * @param passwordResetCompletionRate passwords that were reset of the resets that were asked for
 * @param users how many there are
 * @param mfaAdoptionRate users with a second factor of all
 * @param activeSessions sessions of the API that live
 */
record EndUserInsights(
        boolean eventsEnabled,
        List<SigninDay> signins,
        @Schema(nullable = true) @Nullable Double signinFailureRate,
        @Schema(nullable = true) @Nullable Double verificationCompletionRate,
        @Schema(nullable = true) @Nullable Double passwordResetCompletionRate,
        long users,
        @Schema(nullable = true) @Nullable Double mfaAdoptionRate,
        long activeSessions)
        implements ApiResponse {

    static EndUserInsights of(
            boolean eventsEnabled, List<SigninDay> signins, Collection<Map<Counted, Long>> days, Headcount now) {
        long failed = sum(days, Counted.SIGNIN_FAILED);
        return new EndUserInsights(
                eventsEnabled,
                signins,
                rate(failed, failed + sum(days, Counted.SIGNIN)),
                rate(sum(days, Counted.VERIFIED), sum(days, Counted.VERIFICATION_SENT)),
                rate(sum(days, Counted.RESET_DONE), sum(days, Counted.RESET_ASKED)),
                now.users(),
                rate(now.withFactor(), now.users()),
                now.sessions());
    }

    private static long sum(Collection<Map<Counted, Long>> days, Counted counted) {
        return days.stream().mapToLong(day -> day.getOrDefault(counted, 0L)).sum();
    }

    /** What was asked for before the first day may be done within: no rate is above one. */
    private static @Nullable Double rate(long part, long all) {
        return all == 0 ? null : Math.min(1, (double) part / all);
    }
}
