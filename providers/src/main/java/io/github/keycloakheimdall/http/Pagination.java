/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on.
 *
 * @param nextCursor what to ask the next page with, or null at the end
 */
public record Pagination(@Schema(nullable = true) @Nullable String nextCursor, boolean hasMore) {

    /** The only page there is. */
    public static final Pagination SINGLE_PAGE = new Pagination(null, false);
}
