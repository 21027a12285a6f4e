/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import io.github.keycloakheimdall.client.Contract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the hosted product's documents have, by method and path, the path's parameters without names. */
public final class ReferenceOperations {

    private ReferenceOperations() {}

    /** All of both, where they are at hand; else what the project's own document has of them. */
    public static Set<String> all() {
        return first().map(first -> union(first, added().orElse(Set.of())))
                .orElseGet(() -> without(OpenApiDocumentTest.ROUTES, OpenApiDocumentTest.BUILT));
    }

    static Optional<Set<String>> first() {
        return Contract.reference().map(reference -> without(Set.of(), reference));
    }

    /** What the document after the reference adds. */
    static Optional<Set<String>> added() {
        return Contract.next().map(next -> without(first().orElseThrow(), next));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> both = new TreeSet<>(some);
        both.addAll(more);
        return both;
    }

    private static Set<String> without(Set<String> some, Path document) {
        Set<String> rest = new TreeSet<>(Document.read(document).operations());
        rest.removeAll(some);
        return rest;
    }
}
