/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import java.util.Locale;
import java.util.Map;

/** Names for what admins do, from the resource and the operation of Keycloak's admin events: {@code role.created}. */
final class AdminActions {

    private static final String OWN_PREFIX = "HEIMDALL_";
    private static final Map<String, String> DONE =
            Map.of("CREATE", "created", "UPDATE", "updated", "DELETE", "deleted", "ACTION", "acted_on");
    private static final Map<String, String> RESOURCES = Map.of("REALM", "app", "REALM_ROLE", "role");

    private AdminActions() {}

    static String name(String resourceType, String operation) {
        return resource(resourceType) + '.' + DONE.getOrDefault(operation, "changed");
    }

    static String resource(String resourceType) {
        String own = resourceType.startsWith(OWN_PREFIX) ? resourceType.substring(OWN_PREFIX.length()) : resourceType;
        return RESOURCES.getOrDefault(own, own.toLowerCase(Locale.ROOT));
    }
}
