/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.token.Proof;
import java.util.List;
import java.util.Map;

/**
 * How someone proved who they are, before any second factor.
 *
 * @param amr the methods, as tokens name them
 * @param notes what the session is to remember of it beyond the methods, under the names that Keycloak has for it
 */
public record FirstProof(List<String> amr, Map<String, String> notes) {

    /** A right password. */
    public static final FirstProof PASSWORD = new FirstProof(List.of(Proof.PASSWORD), Map.of());

    public FirstProof {
        amr = List.copyOf(amr);
        notes = Map.copyOf(notes);
    }

    /** The same as what a session without a second factor remembers. */
    Proof alone() {
        return new Proof(amr, null);
    }
}
