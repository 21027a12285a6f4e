/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a body's {@code config} changes.
 *
 * @param values by the field that they are of; null takes away
 */
record ConfigChange(ProviderKind kind, Map<ConfigField, @Nullable Object> values) {

    private static final String PREFIX = "config.";
    private static final String CALLBACK = "callback_url";
    private static final Set<String> CALLBACKS = Set.of(CALLBACK, "callbackUrl");

    /**
     * Reads it. What answers alone have is passed over, so that one may send back what one was answered.
     *
     * @throws ApiException 400 that names every field that is not known or cannot be stored
     */
    static ConfigChange of(ProviderKind kind, Map<String, Object> config) {
        Map<ConfigField, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        config.forEach((name, value) -> {
            Optional<ConfigField> field =
                    kind.fields().stream().filter(each -> each.isNamed(name)).findFirst();
            boolean told = CALLBACKS.contains(name) || kind.fields().stream().anyMatch(each -> each.isTold(name));
            if (field.isPresent() && values.containsKey(field.get())) {
                errors.add(new FieldError(PREFIX + name, FieldFault.REPEATED, "must not be repeated"));
            } else if (field.isPresent()) {
                if (value != null) {
                    field.get().refused(PREFIX + name, value).ifPresent(errors::add);
                }
                values.put(field.get(), value);
            } else if (!told) {
                errors.add(new FieldError(PREFIX + name, FieldFault.UNKNOWN, "is not known"));
            }
        });
        refuse(errors);
        return new ConfigChange(kind, values);
    }

    /** The same as the whole of the settings: what it does not name goes. */
    ConfigChange asWhole() {
        Map<ConfigField, Object> all = new LinkedHashMap<>();
        kind.fields().forEach(field -> all.put(field, values.get(field)));
        return new ConfigChange(kind, all);
    }

    /**
     * Writes it into Keycloak's settings.
     *
     * @throws ApiException 400 that names what is missing then
     */
    void applyTo(Map<String, String> config) {
        values.forEach((field, value) -> {
            if (value == null) {
                config.remove(field.key());
            } else {
                config.put(field.key(), field.stored(value));
            }
        });
        refuse(missing(config).stream()
                .map(field -> new FieldError(PREFIX + field.name(), FieldFault.REQUIRED, "must not be null"))
                .toList());
    }

    /** Whether it has what browsers are sent to the provider with. */
    boolean servesBrowsers() {
        return values.get(kind.fields().get(0)) != null;
    }

    /** The settings' names, for the audit log. */
    String names() {
        return values.keySet().stream().map(ConfigField::name).sorted().collect(Collectors.joining(" "));
    }

    /** What the API shows of the settings. */
    static Map<String, Object> told(ProviderKind kind, Map<String, String> config, String callbackUrl) {
        Map<String, Object> told = new LinkedHashMap<>();
        kind.fields().forEach(field -> told.put(field.told(), field.toldOf(config)));
        told.put(CALLBACK, callbackUrl);
        return told;
    }

    /** Sign-in in the browser needs an id and all that proves it; native apps need their ids alone. */
    private List<ConfigField> missing(Map<String, String> config) {
        boolean browser = kind.fields().get(0).isIn(config);
        boolean nativeApps =
                kind.fields().stream().anyMatch(field -> field.kind() == ConfigField.Kind.LIST && field.isIn(config));
        if (!browser && nativeApps) {
            return List.of();
        }
        return kind.fields().stream()
                .filter(field -> field.needed() && !field.isIn(config))
                .toList();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }
}
