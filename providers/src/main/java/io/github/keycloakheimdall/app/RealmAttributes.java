/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** Reads one realm's {@code heimdall.*} attributes as types. */
final class RealmAttributes {

    private static final Logger LOG = Logger.getLogger(RealmAttributes.class);

    private static final String PREFIX = "heimdall.";

    private static final Pattern ORIGIN =
            Pattern.compile("(https://[A-Za-z0-9.-]+|https?://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?");

    /** Bounded, so that a realm whose value changes for ever cannot fill the memory. */
    private static final Cache<String, Boolean> WARNED =
            Caffeine.newBuilder().maximumSize(1000).build();

    private final RealmModel realm;

    RealmAttributes(RealmModel realm) {
        this.realm = realm;
    }

    boolean flag(String name, boolean absent, boolean stricter) {
        String value = value(name);
        if (value == null) {
            return absent;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                warn(name, value, stricter);
                yield stricter;
            }
        };
    }

    int number(String name, int absent, int min, int max) {
        String value = value(name);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            LOG.debugf("%s%s of realm %s is not a number", PREFIX, name, realm.getName());
        }
        warn(name, value, absent);
        return absent;
    }

    <E extends Enum<E>> E choice(String name, E absent, E stricter, Class<E> type) {
        String value = value(name);
        if (value == null) {
            return absent;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseGet(() -> {
                    warn(name, value, stricter);
                    return stricter;
                });
    }

    String text(String name, String absent) {
        String value = value(name);
        return value == null ? absent : value;
    }

    List<String> list(String name) {
        String value = value(name);
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** An origin of a web page, {@code https} unless it is the developer's own machine; null for none. */
    String origin(String name) {
        String value = value(name);
        if (value != null && !ORIGIN.matcher(value).matches()) {
            warn(name, value, null);
            return null;
        }
        return value;
    }

    private String value(String name) {
        String value = realm.getAttribute(PREFIX + name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void warn(String name, String value, Object used) {
        String key = realm.getId() + ' ' + name + ' ' + value;
        if (WARNED.asMap().putIfAbsent(key, Boolean.TRUE) == null) {
            LOG.warnf("Realm %s: '%s' is no value for %s%s; %s is used", realm.getName(), value, PREFIX, name, used);
        }
    }
}
