/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.event.LoggedEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names for what admins do, from the resource and the operation of Keycloak's admin events: {@code role.created}. What
 * the contract has a name for is called by that.
 */
final class AdminActions {

    private static final String OWN_PREFIX = "HEIMDALL_";
    private static final String MEMBERSHIP = "ORGANIZATION_MEMBERSHIP";
    private static final Map<String, String> DONE =
            Map.of("CREATE", "created", "UPDATE", "updated", "DELETE", "deleted", "ACTION", "acted_on");
    private static final Map<String, String> JOINED = Map.of("CREATE", "added", "DELETE", "removed");
    private static final Map<String, String> RESOURCES = Map.of(
            "REALM",
            "app",
            "REALM_ROLE",
            "role",
            "REALM_ROLE_MAPPING",
            "user",
            "ORGANIZATION",
            "tenant",
            MEMBERSHIP,
            "tenant.member",
            "ORGANIZATION_GROUP_MEMBERSHIP",
            "tenant.member");

    /** A change of a role is told by Keycloak as one that is given and one that is taken. */
    private static final Set<String> ROLES_HELD = Set.of("REALM_ROLE_MAPPING", "ORGANIZATION_GROUP_MEMBERSHIP");

    private AdminActions() {}

    /** What was done: as the event names it, or else by what its resource and operation say. */
    static String name(LoggedEvent event) {
        return event.action() == null ? name(event.type(), event.operation()) : event.action();
    }

    /** All that the event tells, and its path. */
    static Map<String, String> details(LoggedEvent event, String path) {
        Map<String, String> details = new TreeMap<>(event.details());
        details.remove(EventNote.ACTION);
        details.put("path", path);
        return details;
    }

    /**
     * Whom or what it was done to: the member of a tenant, the contact of a user, an identity provider, and else what
     * the path starts with.
     */
    static String resourceId(String path) {
        String[] segments = path.split("/");
        int last = segments.length - 1;
        boolean partIsMeant = last > 2 && Set.of("members", "contacts").contains(segments[last - 1]);
        int first = segments[0].equals("identity-provider") ? 2 : 1;
        return segments[partIsMeant ? last : Math.min(first, last)];
    }

    private static String name(String resourceType, @Nullable String operation) {
        return resource(resourceType) + '.' + done(resourceType, operation);
    }

    static String resource(String resourceType) {
        String own = resourceType.startsWith(OWN_PREFIX) ? resourceType.substring(OWN_PREFIX.length()) : resourceType;
        return RESOURCES.getOrDefault(own, own.toLowerCase(Locale.ROOT));
    }

    /** The types of resource that an action of that name is about; none when no admin does such a thing. */
    static Set<String> resourceTypes(String action) {
        String own = action.substring(0, Math.max(0, action.lastIndexOf('.'))).toUpperCase(Locale.ROOT);
        return Stream.concat(Stream.of(own, OWN_PREFIX + own), RESOURCES.keySet().stream())
                .filter(type -> DONE.keySet().stream()
                        .anyMatch(operation -> name(type, operation).equals(action)))
                .collect(Collectors.toSet());
    }

    /** The operations that an action of that name stands for, on each of its types of resource. */
    static Set<String> operations(String action) {
        Set<String> types = resourceTypes(action);
        return DONE.keySet().stream()
                .filter(operation ->
                        types.stream().anyMatch(type -> name(type, operation).equals(action)))
                .collect(Collectors.toSet());
    }

    private static String done(String resourceType, @Nullable String operation) {
        if (ROLES_HELD.contains(resourceType)) {
            return "role_changed";
        }
        String done = DONE.getOrDefault(operation, "changed");
        return resourceType.equals(MEMBERSHIP) ? JOINED.getOrDefault(operation, done) : done;
    }
}
