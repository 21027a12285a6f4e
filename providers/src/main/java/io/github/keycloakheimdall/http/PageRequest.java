/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many rows at most
 * @param after the last row of the page before, or null for the first page
 */
public record PageRequest(int limit, Cursor after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /**
     * Reads the query parameters of a list.
     *
     * @param limit null for the default of 50
     * @param cursor null for the first page
     * @throws ApiException 400 for a limit outside 1 to 200 or a cursor that no page gave
     */
    public static PageRequest of(String limit, String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : number(limit), cursor == null ? null : Cursor.decode(cursor));
    }

    private static int number(String limit) {
        boolean digits =
                !limit.isEmpty() && limit.length() <= 3 && limit.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MAX_LIMIT) {
            throw ApiException.invalid("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return number;
    }
}
