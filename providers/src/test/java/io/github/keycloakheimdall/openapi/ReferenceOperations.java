/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import io.github.keycloakheimdall.client.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the hosted product's documents have, by method and path, the path's parameters without names. */
public final class ReferenceOperations {

    private static final String NEXT = "heimdall-openapi-2026-08.json";

    /** Not served yet; whoever serves one takes it out. */
    static final Set<String> MISSING = Set.of();

    /** The same of those that came with the document after. */
    static final Set<String> MISSING_OF_NEXT =
            Set.of("POST /{}/v1/auth/mfa/send-code", "POST /{}/v1/me/mfa/step-up/send-code");

    private ReferenceOperations() {}

    /** Those that are served: of the reference where it is at hand, else of the project's own document. */
    public static Set<String> served() {
        return Contract.reference()
                .map(reference -> without(MISSING, reference))
                .orElseGet(() -> without(OpenApiDocumentTest.ROUTES, OpenApiDocumentTest.BUILT));
    }

    static Optional<Set<String>> all() {
        return Contract.reference().map(reference -> without(Set.of(), reference));
    }

    /** What the document after the reference adds. */
    static Optional<Set<String>> added() {
        return Contract.reference()
                .map(reference -> reference.resolveSibling(NEXT))
                .filter(Files::isReadable)
                .map(next -> without(all().orElseThrow(), next));
    }

    private static Set<String> without(Set<String> some, Path document) {
        Set<String> rest = new TreeSet<>(Document.read(document).operations());
        rest.removeAll(some);
        return rest;
    }
}
