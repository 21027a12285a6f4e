/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Permissions that must all be held. */
final class PermissionCheck {

    private PermissionCheck() {}

    /**
     * The permissions that a check asks for, in its order.
     *
     * @param field the body's field that an error names
     * @param one may be null
     * @param several may be null
     * @throws ApiException 400 for a check that asks for nothing, which would be true of everybody
     */
    static List<String> asked(String field, @Nullable String one, @Nullable List<String> several) {
        List<String> asked = new ArrayList<>();
        if (one != null) {
            asked.add(one);
        }
        if (several != null) {
            asked.addAll(several);
        }
        if (asked.isEmpty()) {
            throw ApiException.invalid(field, FieldFault.REQUIRED, "must name a permission, here or in permissions");
        }
        return asked.stream().distinct().toList();
    }
}
