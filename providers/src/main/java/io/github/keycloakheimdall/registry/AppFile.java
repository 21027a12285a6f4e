/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** The realm that every new app is made of: the one that the project gives to those who make theirs in the console. */
final class AppFile {

    private static final String NAME = "/META-INF/heimdall/realm-templates/acme.json";

    private AppFile() {}

    static RealmRepresentation read() {
        try (InputStream file = AppFile.class.getResourceAsStream(NAME)) {
            return JsonSerialization.readValue(file, RealmRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
