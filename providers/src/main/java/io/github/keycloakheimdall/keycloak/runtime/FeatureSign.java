/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.util.Arrays;

/**
 * What no Keycloak has that lacks a feature: a class, or a method by its name, whatever its parameters are.
 *
 * @param method its name, or {@link #CLASS}
 */
record FeatureSign(String owner, String method) {

    /** In place of a method: the class itself. */
    static final String CLASS = "-";

    static FeatureSign sign(String owner, String method) {
        return new FeatureSign(owner, method);
    }

    boolean isThere(ClassLoader server) {
        try {
            Class<?> type = Class.forName(owner, false, server);
            return method.equals(CLASS)
                    || Arrays.stream(type.getMethods())
                            .anyMatch(known -> known.getName().equals(method));
        } catch (ClassNotFoundException | LinkageError gone) {
            return false;
        }
    }
}
