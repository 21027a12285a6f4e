/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation of the hosted product's documents is served, or named as one that is not yet. */
class ReferenceOperationsTest {

    private static final int OPERATIONS = 147;
    private static final int ADDED = 6;

    private final Set<String> ours = Document.read(OpenApiDocumentTest.BUILT).operations();

    @Test
    void givenTheReference_whenLookingForItsOperations_thenAllButTheNamedOnesAreServed() {
        assertMissing(ReferenceOperations.all(), OPERATIONS, ReferenceOperations.MISSING);
    }

    @Test
    void givenTheDocumentAfterIt_whenLookingForWhatItAdds_thenAllButTheNamedOnesAreServed() {
        assertMissing(ReferenceOperations.added(), ADDED, ReferenceOperations.MISSING_OF_NEXT);
    }

    private void assertMissing(Optional<Set<String>> document, int count, Set<String> named) {
        assumeTrue(document.isPresent(), "the document is not at hand");
        assertThat(document.orElseThrow()).hasSize(count);
        Set<String> missing = new TreeSet<>(document.orElseThrow());
        missing.removeAll(ours);
        assertThat(missing).isEqualTo(named);
    }
}
