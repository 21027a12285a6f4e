/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.keycloak.runtime.Notes;
import io.github.keycloakheimdall.token.Proof;
import java.util.HashMap;
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

    private static final String AMR = "amr";
    private static final String NOTE = "note.";

    public FirstProof {
        amr = List.copyOf(amr);
        notes = Map.copyOf(notes);
    }

    /** The same as what a session without a second factor remembers. */
    Proof alone() {
        return new Proof(amr, null);
    }

    /** As {@link #kept} made it, whatever else lies beside. */
    public static FirstProof of(Map<String, String> kept) {
        Map<String, String> notes = new HashMap<>();
        kept.forEach((name, value) -> {
            if (name.startsWith(NOTE)) {
                notes.put(name.substring(NOTE.length()), value);
            }
        });
        return new FirstProof(List.of(Notes.require(kept, AMR).split(" ")), notes);
    }

    /** The form in which it waits for what is still to come, beside what else is kept of that. */
    public Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(AMR, String.join(" ", amr)));
        notes.forEach((name, value) -> kept.put(NOTE + name, value));
        return kept;
    }
}
