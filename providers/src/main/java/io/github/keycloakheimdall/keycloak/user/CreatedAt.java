/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * When an account was made, to the second. Keycloak does not note it of everyone: not of users in a realm's file and
 * of those whom a directory brought before 26.5, nor of accounts as old as its first versions. The contract has no
 * word for a time that is not known; the epoch is one that nobody's account is from.
 */
public final class CreatedAt {

    private CreatedAt() {}

    /** The epoch where Keycloak does not know. */
    public static Instant of(UserModel user) {
        return of(user.getCreatedTimestamp());
    }

    /** Of a timestamp of Keycloak's, in milliseconds. */
    static Instant of(@Nullable Long millis) {
        return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
    }
}
