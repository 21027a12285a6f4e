/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.Finding;
import io.github.keycloakheimdall.keycloak.realm.ImportedSecrets;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether clients came out of an export, which has no secrets. */
public final class SecretCheck implements Check {

    private static final int NAMED = 5;

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        ImportedSecrets secrets = new ImportedSecrets(session, realm);
        return Stream.concat(known(secrets), unknown(secrets));
    }

    /** Which one is not said: whoever may read this may not be meant to log in as that client. */
    private static Stream<Finding> known(ImportedSecrets secrets) {
        return secrets.anyMasked()
                ? Stream.of(Finding.error(
                        "client_secret_masked",
                        "A client of the realm was imported from an export and has the export's asterisks for a"
                                + " secret.",
                        "Regenerate the secret of each confidential client that was imported."))
                : Stream.empty();
    }

    private static Stream<Finding> unknown(ImportedSecrets secrets) {
        List<String> untold = secrets.untold(NAMED);
        return untold.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "machine_secret_missing",
                        "Machine clients were imported without their secrets and cannot log in: "
                                + String.join(", ", untold) + ".",
                        "Give each a new secret by POST /credentials/{client_id}/rotate, and set its scopes."));
    }
}
