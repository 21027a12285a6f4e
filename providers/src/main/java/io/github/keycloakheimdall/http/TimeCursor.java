/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The place of a row in a list that runs from the newest to the oldest; the next page starts behind it.
 *
 * @param at the row's time, in milliseconds since the epoch
 * @param id orders rows of one time
 */
public record TimeCursor(long at, String id) {

    private static final TimeCursor START = new TimeCursor(Long.MAX_VALUE, "");

    /**
     * Reads what an earlier page gave out; null is the start of the list.
     *
     * @throws ApiException 400 for anything else
     */
    public static TimeCursor parse(KeycloakSession session, @Nullable String cursor) {
        return of(cursor == null ? null : Cursor.decode(session, cursor));
    }

    /**
     * The same for a cursor that was read already.
     *
     * @throws ApiException 400 for a cursor of a list that is sorted otherwise
     */
    public static TimeCursor of(@Nullable Cursor after) {
        if (after == null) {
            return START;
        }
        try {
            return new TimeCursor(Long.parseLong(after.key()), after.id());
        } catch (NumberFormatException ofAnotherList) {
            throw ApiException.invalid("cursor", FieldFault.MALFORMED, "is malformed");
        }
    }

    /** The form that a page gives out. */
    public Cursor cursor() {
        return new Cursor(Long.toString(at), id);
    }
}
