/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;

/**
 * A setting of a provider.
 *
 * @param name as bodies have it
 * @param key as Keycloak's settings have it
 * @param told as answers have it: a secret's name there is of whether there is one
 * @param needed whether sign-in in the browser needs it
 */
record ConfigField(String name, String key, Kind kind, String told, boolean needed) {

    /** What a mask looks like in Keycloak's exports; imported again it is no secret. */
    private static final String MASK = "**********";

    /** How Keycloak joins the values of one setting. */
    private static final String JOINT = Constants.CFG_DELIMITER;

    private static final int MAX_TEXT = 255;
    private static final int MAX_SECRET = 8192;
    private static final int MAX_ENTRIES = 100;
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{Graph}&&[^\"<>\\\\]]+");
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    enum Kind {
        TEXT,
        LIST,
        SECRET
    }

    /** One that sign-in in the browser needs. */
    static ConfigField text(String name, String key) {
        return new ConfigField(name, key, Kind.TEXT, name, true);
    }

    static ConfigField optional(String name, String key) {
        return new ConfigField(name, key, Kind.TEXT, name, false);
    }

    /** The ids of native apps. */
    static ConfigField nativeIds(String name, String key) {
        return new ConfigField(name, key, Kind.LIST, name, false);
    }

    static ConfigField secret(String name, String key, String told) {
        return new ConfigField(name, key, Kind.SECRET, told, true);
    }

    boolean isNamed(String sent) {
        return name.equals(sent) || camelCase(name).equals(sent);
    }

    /** Whether it is a name that answers alone have. */
    boolean isTold(String sent) {
        return kind == Kind.SECRET && (told.equals(sent) || camelCase(told).equals(sent));
    }

    /** Whether the settings have it. */
    boolean isIn(Map<String, String> config) {
        String value = config.get(key);
        return value != null && !value.isBlank() && !value.equals(MASK);
    }

    /** What answers say of it; null where there is none. */
    @Nullable
    Object toldOf(Map<String, String> config) {
        String value = config.get(key);
        return switch (kind) {
            case TEXT -> value;
            case LIST -> value == null || value.isEmpty() ? List.of() : List.of(value.split(JOINT));
            case SECRET -> isIn(config);
        };
    }

    /**
     * Why the value cannot be stored, if it cannot.
     *
     * @param field as the answer calls it
     */
    Optional<FieldError> refused(String field, Object value) {
        return switch (kind) {
            case TEXT -> refusedText(field, value, MAX_TEXT);
            case SECRET -> refusedText(field, value, MAX_SECRET);
            case LIST -> refusedList(field, value);
        };
    }

    /** The value as Keycloak stores it. */
    String stored(Object value) {
        return value instanceof Collection<?> entries
                ? String.join(JOINT, entries.stream().map(String.class::cast).toList())
                : (String) value;
    }

    private Optional<FieldError> refusedList(String field, Object value) {
        if (!(value instanceof List<?> entries) || entries.stream().anyMatch(entry -> !(entry instanceof String))) {
            return Optional.of(new FieldError(field, FieldFault.WRONG_TYPE, "must be a list of texts"));
        }
        if (entries.size() > MAX_ENTRIES) {
            return Optional.of(
                    new FieldError(field, FieldFault.TOO_LONG, "must have 0 to " + MAX_ENTRIES + " entries"));
        }
        return entries.stream()
                .flatMap(entry ->
                        refusedText(field, entry, MAX_TEXT)
                                .or(() -> malformed(field, entry.toString().contains(JOINT)))
                                .stream())
                .findFirst();
    }

    private Optional<FieldError> refusedText(String field, Object value, int max) {
        if (!(value instanceof String text)) {
            return Optional.of(new FieldError(field, FieldFault.WRONG_TYPE, "has the wrong type"));
        }
        if (text.isBlank() || text.length() > max) {
            FieldFault code = text.isBlank() ? FieldFault.REQUIRED : FieldFault.TOO_LONG;
            return Optional.of(new FieldError(field, code, "must have 1 to " + max + " characters"));
        }
        boolean word = kind == Kind.SECRET || ONE_WORD.matcher(text).matches();
        return malformed(field, !word || text.equals(MASK));
    }

    private static Optional<FieldError> malformed(String field, boolean so) {
        return so ? Optional.of(new FieldError(field, FieldFault.MALFORMED, "is not valid")) : Optional.empty();
    }

    private static String camelCase(String name) {
        return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
