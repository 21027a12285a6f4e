/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.OwnAttributes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keycloak.models.RealmModel;

/**
 * The kinds of mail that the app does not want, in one realm attribute: their templates' names, separated by commas.
 */
final class ClearedTemplates {

    private static final String ATTRIBUTE = OwnAttributes.CLEARED_TEMPLATES;

    private final RealmModel realm;

    ClearedTemplates(RealmModel realm) {
        this.realm = realm;
    }

    boolean has(MailKind kind) {
        return names().contains(kind.templateName());
    }

    void set(MailKind kind, boolean clear) {
        Set<String> names = names();
        boolean changed = clear ? names.add(kind.templateName()) : names.remove(kind.templateName());
        if (changed && names.isEmpty()) {
            realm.removeAttribute(ATTRIBUTE);
        } else if (changed) {
            realm.setAttribute(ATTRIBUTE, String.join(",", names));
        }
    }

    private Set<String> names() {
        String value = realm.getAttribute(ATTRIBUTE);
        return value == null ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(value.split(",")));
    }
}
