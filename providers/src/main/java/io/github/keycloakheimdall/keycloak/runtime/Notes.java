/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.util.Map;

/** What was put aside as texts under names, such as in Keycloak's single-use objects, read back. */
public final class Notes {

    private Notes() {}

    /** @throws IllegalStateException without a note of that name, which whoever wrote them always writes */
    public static String require(Map<String, String> notes, String name) {
        String note = notes.get(name);
        if (note == null) {
            throw new IllegalStateException("the note " + name + " is missing");
        }
        return note;
    }
}
