/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.app.ToggleKind;
import io.github.keycloakheimdall.app.WholeNumber;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The tab's fields: what the app lacks, and one for each toggle. Labels and help texts are keys of the message bundles.
 */
final class TabFields {

    static final List<ProviderConfigProperty> ALL = Stream.concat(
                    Stream.of(TabHealth.FIELD), Arrays.stream(Toggle.values()).map(TabFields::field))
            .toList();

    private TabFields() {}

    /** The key of the field's label. */
    static String label(Toggle toggle) {
        return "heimdall_" + toggle.key();
    }

    /** The key of the field's help text. */
    static String help(Toggle toggle) {
        return label(toggle) + "_help";
    }

    private static ProviderConfigProperty field(Toggle toggle) {
        ToggleKind kind = toggle.kind();
        ProviderConfigProperty field =
                new ProviderConfigProperty(toggle.key(), label(toggle), help(toggle), type(kind), kind.absent());
        if (kind instanceof ToggleKind.Choice choice) {
            field.setOptions(choice.options());
        }
        return field;
    }

    private static String type(ToggleKind kind) {
        if (kind instanceof ToggleKind.Flag) {
            return ProviderConfigProperty.BOOLEAN_TYPE;
        }
        if (kind instanceof WholeNumber) {
            return ProviderConfigProperty.INTEGER_TYPE;
        }
        return kind instanceof ToggleKind.Choice
                ? ProviderConfigProperty.LIST_TYPE
                : ProviderConfigProperty.STRING_TYPE;
    }
}
