/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import io.github.keycloakheimdall.client.Contract;
import java.util.Set;
import java.util.TreeSet;

/** What the hosted product's documents have, by method and path, the path's parameters without names. */
public final class ReferenceOperations {

    private ReferenceOperations() {}

    /** All of both. */
    public static Set<String> all() {
        Set<String> both = new TreeSet<>(first());
        both.addAll(added());
        return both;
    }

    static Set<String> first() {
        return Document.read(Contract.reference()).operations();
    }

    /** What the document after the reference adds. */
    static Set<String> added() {
        Set<String> added = new TreeSet<>(Document.read(Contract.next()).operations());
        added.removeAll(first());
        return added;
    }
}
