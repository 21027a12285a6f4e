/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import java.util.List;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** A page of a list and how it goes on. */
public record Page<T>(List<T> rows, Pagination pagination) {

    /**
     * Makes a page of rows that were read with one row to spare, which tells whether there are more.
     *
     * @param session the request's, whose realm seals the cursor
     * @param rows at most {@code limit + 1}
     * @param place where a row stands in the list
     */
    public static <T> Page<T> cut(KeycloakSession session, List<T> rows, int limit, Function<T, Cursor> place) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Pagination.SINGLE_PAGE);
        }
        List<T> page = rows.subList(0, limit);
        return new Page<>(page, new Pagination(place.apply(page.get(limit - 1)).encode(session), true));
    }

    /** The same page of other rows. */
    public <R> Page<R> map(Function<List<T>, List<R>> mapping) {
        return new Page<>(mapping.apply(rows), pagination);
    }
}
