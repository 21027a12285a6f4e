/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an admin event tells beyond its resource and operation: a name for what was done where those do not say it, and
 * with what. Unmodifiable. Keycloak keeps it in the event's details.
 *
 * @param details by name; never a secret
 */
public record EventNote(Map<String, String> details) {

    /** Nothing beyond. */
    public static final EventNote NONE = new EventNote(Map.of());

    /** The detail that names what was done. */
    public static final String ACTION = "heimdall.action";

    /** What the stored details of an event with a name are like; a quote inside a value is escaped there. */
    static final String STORED_NAME = "%\"" + ACTION + "\":\"%";

    /** Names an event of Keycloak's that a second one tells of as well. */
    static final String TOLD_BY_ANOTHER = "none";

    public EventNote {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** What the stored details of an event of that name are like, with {@code !} as the escape character. */
    static String stored(String action) {
        return STORED_NAME.substring(0, STORED_NAME.length() - 1) + action.replaceAll("[!%_]", "!$0") + "\"%";
    }

    /** One that names what was done, such as {@code user.suspended}. */
    public static EventNote of(String action) {
        return NONE.with(ACTION, action);
    }

    /** The note of an event that is there because Keycloak would record it, while another one tells what was done. */
    public static EventNote toldByAnother() {
        return of(TOLD_BY_ANOTHER);
    }

    /** The same with a detail; null and the empty text add none. */
    public EventNote with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new EventNote(more);
    }

    /** The same with what a value was and what it is, if that is something else. */
    public EventNote changed(String name, @Nullable Object before, Object after) {
        return Objects.equals(before, after)
                ? this
                : with("previous_" + name, before).with(name, after);
    }

    /** The same with all that differs between the two, by name. */
    public EventNote changed(Map<String, ?> before, Map<String, ?> after) {
        EventNote note = this;
        for (Map.Entry<String, ?> value : after.entrySet()) {
            note = note.changed(value.getKey(), before.get(value.getKey()), value.getValue());
        }
        return note;
    }
}
