/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import io.github.keycloakheimdall.app.AppClient;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.app.ToggleKind;
import io.github.keycloakheimdall.app.WholeNumber;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The toggles as a component holds them: each under its own name, all of them, in canonical form. */
final class TabValues {

    private TabValues() {}

    /** Whether the component says what holds in the realm. */
    static boolean match(RealmModel realm, ComponentModel model) {
        return Arrays.stream(Toggle.values())
                .allMatch(toggle -> toggle.in(realm).equals(read(model, toggle)));
    }

    /** Puts into the component what holds in the realm. */
    static void copyFrom(RealmModel realm, ComponentModel model) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        for (Toggle toggle : Toggle.values()) {
            config.putSingle(toggle.key(), toggle.in(realm));
        }
        keepHealth(realm, config);
        model.setConfig(config);
    }

    /** Makes what the component says hold in the realm. */
    static void copyTo(RealmModel realm, ComponentModel model) {
        for (Toggle toggle : Toggle.values()) {
            toggle.set(realm, read(model, toggle));
        }
    }

    /**
     * Brings the form's values into canonical form; an empty field asks for the default.
     *
     * @throws ComponentValidationException naming the first field that has a value that is none
     */
    static void check(RealmModel realm, ComponentModel model) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        for (Toggle toggle : Toggle.values()) {
            String typed = model.get(toggle.key(), "").strip();
            String value = typed.isEmpty() ? toggle.kind().absent() : canonical(realm, toggle, typed);
            config.putSingle(toggle.key(), value);
        }
        keepHealth(realm, config);
        model.setConfig(config);
        boolean turnedOn = Boolean.parseBoolean(config.getFirst(Toggle.ENABLED.key()));
        if (turnedOn && AdminRealm.is(realm)) {
            throw new ComponentValidationException("heimdall_error_master");
        }
        if (turnedOn && !AppModel.isApp(realm) && AppClient.isForeign(realm)) {
            throw new ComponentValidationException("heimdall_error_client");
        }
    }

    private static void keepHealth(RealmModel realm, MultivaluedHashMap<String, String> config) {
        String health = TabHealth.in(TabComponent.find(realm));
        if (health != null) {
            config.putSingle(TabHealth.KEY, health);
        }
    }

    /** A value that the component lacks, because an older version of this extension wrote it, is the default. */
    private static String read(ComponentModel model, Toggle toggle) {
        String value = model.get(toggle.key());
        return value == null ? toggle.kind().absent() : value;
    }

    /** What holds already came in by another door; it does not keep who saves another field from doing so. */
    private static String canonical(RealmModel realm, Toggle toggle, String typed) {
        if (typed.equals(toggle.in(realm))) {
            return typed;
        }
        if (toggle.kind() instanceof ToggleKind.RoleName) {
            return role(realm, typed).orElseThrow(() -> refusal(toggle));
        }
        return Optional.of(typed)
                .filter(toggle.kind()::accepts)
                .flatMap(toggle.kind()::parse)
                .orElseThrow(() -> refusal(toggle));
    }

    /** A realm that is no app yet has none of the roles that every app starts with. */
    private static Optional<String> role(RealmModel realm, String typed) {
        return AppRoles.ofNewcomers(realm, typed).map(RoleModel::getName).or(() -> Arrays.stream(SystemRole.values())
                .map(SystemRole::roleName)
                .filter(name -> name.equals(typed) && realm.getRole(name) == null)
                .findFirst());
    }

    private static ComponentValidationException refusal(Toggle toggle) {
        String label = TabFields.label(toggle);
        ToggleKind kind = toggle.kind();
        if (kind instanceof WholeNumber number) {
            // As strings, or they would be written with separators of the server's own language.
            return new ComponentValidationException(
                    "heimdall_error_number", label, String.valueOf(number.min()), String.valueOf(number.max()));
        }
        if (kind instanceof ToggleKind.Choice choice) {
            return new ComponentValidationException(
                    "heimdall_error_choice", label, String.join(", ", choice.options()));
        }
        if (kind instanceof ToggleKind.Flag) {
            return new ComponentValidationException("heimdall_error_choice", label, "true, false");
        }
        if (kind instanceof ToggleKind.RoleName) {
            return new ComponentValidationException("heimdall_error_role", label);
        }
        return new ComponentValidationException("heimdall_error_items", label);
    }
}
