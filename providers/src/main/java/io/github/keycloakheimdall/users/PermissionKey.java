/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import java.util.regex.Pattern;

/**
 * A permission's name in its two parts.
 *
 * @param resource up to the first dot
 * @param action the rest; empty for a client role that the console gave a name without a dot
 */
record PermissionKey(String resource, String action) {

    static final String SEGMENT = "^[a-z][a-z0-9_-]{1,47}$";

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{1,47}(\\.[a-z][a-z0-9_-]{1,47})+");

    /** Whether it could be a permission: {@code resource.action}, or the deeper names that keys have. */
    static boolean valid(String key) {
        return KEY.matcher(key).matches();
    }

    static PermissionKey of(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? new PermissionKey(key, "") : new PermissionKey(key.substring(0, dot), key.substring(dot + 1));
    }

    @Override
    public String toString() {
        return resource + '.' + action;
    }
}
