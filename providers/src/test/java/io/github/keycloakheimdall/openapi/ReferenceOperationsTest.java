/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation of the hosted product's documents is served. */
class ReferenceOperationsTest {

    private static final int OPERATIONS = 147;
    private static final int ADDED = 6;

    private final Set<String> ours = Document.read(OpenApiDocumentTest.BUILT).operations();

    @Test
    void givenTheReference_whenLookingForItsOperations_thenAllAreServed() {
        assertServed(ReferenceOperations.first(), OPERATIONS);
    }

    @Test
    void givenTheDocumentAfterIt_whenLookingForWhatItAdds_thenAllIsServed() {
        assertServed(ReferenceOperations.added(), ADDED);
    }

    private void assertServed(Set<String> operations, int count) {
        assertThat(operations).hasSize(count).isSubsetOf(ours);
    }
}
