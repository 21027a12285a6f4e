/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many rows at most
 * @param after the last row of the page before, or null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /**
     * Reads the query parameters of a list.
     *
     * @param session the request's, whose realm sealed the cursor
     * @param limit null for the default of 50
     * @param cursor null for the first page
     * @throws ApiException 400 for a limit outside 1 to 200 or a cursor that no page gave
     */
    public static PageRequest of(KeycloakSession session, @Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit(limit, DEFAULT_LIMIT, MAX_LIMIT), cursor == null ? null : Cursor.decode(session, cursor));
    }

    /**
     * Reads the query parameter {@code limit} of a list.
     *
     * @param absent what holds where it is null
     * @throws ApiException 400 for what is no number from 1 to {@code max}, written without leading zeros
     */
    public static int limit(@Nullable String limit, int absent, int max) {
        if (limit == null) {
            return absent;
        }
        int number = limit.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > max) {
            throw ApiException.invalid(
                    "limit",
                    limit.matches("-?[0-9]+") ? FieldFault.OUT_OF_RANGE : FieldFault.WRONG_TYPE,
                    "must be a number from 1 to " + max);
        }
        return number;
    }
}
