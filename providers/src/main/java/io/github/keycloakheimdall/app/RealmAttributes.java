/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** Reads one realm's toggles as types. */
final class RealmAttributes {

    private static final Logger LOG = Logger.getLogger(RealmAttributes.class);

    /** Bounded, so that a realm whose value changes for ever cannot fill the memory. */
    private static final Cache<String, Boolean> WARNED =
            Caffeine.newBuilder().maximumSize(1000).build();

    private final RealmModel realm;

    RealmAttributes(RealmModel realm) {
        this.realm = realm;
    }

    boolean flag(Toggle toggle) {
        return Boolean.parseBoolean(value(toggle));
    }

    int number(Toggle toggle) {
        return Integer.parseInt(value(toggle));
    }

    <E extends Enum<E>> E choice(Toggle toggle, Class<E> type) {
        String value = value(toggle);
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " lacks " + value));
    }

    /** An origin of a web page; null for none. */
    @Nullable
    String origin(Toggle toggle) {
        String value = value(toggle);
        return value.isEmpty() ? null : value;
    }

    List<String> list(Toggle toggle) {
        String value = value(toggle);
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    /** The canonical form of what is set, of the default if nothing is, of the stricter side if it does not parse. */
    String value(Toggle toggle) {
        String value = realm.getAttribute(toggle.attribute());
        if (value == null || value.isBlank()) {
            return toggle == Toggle.SIGNUP_ENABLED && OptIn.isClosed(realm)
                    ? toggle.kind().stricter()
                    : toggle.kind().absent();
        }
        return toggle.kind().parse(value.strip()).orElseGet(() -> {
            warn(toggle, value, toggle.kind().stricter());
            return toggle.kind().stricter();
        });
    }

    private void warn(Toggle toggle, String value, String used) {
        String key = realm.getId() + ' ' + toggle + ' ' + value;
        if (WARNED.asMap().putIfAbsent(key, Boolean.TRUE) == null) {
            LOG.warnf(
                    "Realm %s: '%s' is no value for %s; %s is used", realm.getName(), value, toggle.attribute(), used);
        }
    }
}
