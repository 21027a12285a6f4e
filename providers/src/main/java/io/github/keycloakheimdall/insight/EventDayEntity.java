/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** A row of HEIMDALL_EVENT_DAY: what was counted of a day that is over. */
@Entity
@Table(name = "HEIMDALL_EVENT_DAY")
@IdClass(EventDayEntity.Key.class)
public class EventDayEntity {

    /** Which day of which app. */
    public record Key(String realmId, Long epochDay) implements Serializable {}

    @Id
    @Column(name = "REALM_ID")
    String realmId;

    /** In UTC. */
    @Id
    @Column(name = "EPOCH_DAY")
    Long epochDay;

    @Column(name = "SIGNINS")
    long signins;

    @Column(name = "SIGNINS_FAILED")
    long signinsFailed;

    @Column(name = "RESETS_ASKED")
    long resetsAsked;

    @Column(name = "RESETS_DONE")
    long resetsDone;

    @Column(name = "VERIFICATIONS_SENT")
    long verificationsSent;

    @Column(name = "VERIFIED")
    long verified;

    static EventDayEntity of(String realmId, LocalDate day, Map<Counted, Long> counts) {
        EventDayEntity row = new EventDayEntity();
        row.realmId = realmId;
        row.epochDay = day.toEpochDay();
        row.signins = counts.getOrDefault(Counted.SIGNIN, 0L);
        row.signinsFailed = counts.getOrDefault(Counted.SIGNIN_FAILED, 0L);
        row.resetsAsked = counts.getOrDefault(Counted.RESET_ASKED, 0L);
        row.resetsDone = counts.getOrDefault(Counted.RESET_DONE, 0L);
        row.verificationsSent = counts.getOrDefault(Counted.VERIFICATION_SENT, 0L);
        row.verified = counts.getOrDefault(Counted.VERIFIED, 0L);
        return row;
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(epochDay);
    }

    Map<Counted, Long> counts() {
        return new EnumMap<>(Map.of(
                Counted.SIGNIN, signins,
                Counted.SIGNIN_FAILED, signinsFailed,
                Counted.RESET_ASKED, resetsAsked,
                Counted.RESET_DONE, resetsDone,
                Counted.VERIFICATION_SENT, verificationsSent,
                Counted.VERIFIED, verified));
    }
}
