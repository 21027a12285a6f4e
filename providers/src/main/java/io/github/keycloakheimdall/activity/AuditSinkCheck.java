/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.Finding;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the app's audit log arrives where it is sent. */
public final class AuditSinkCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return AuditSinks.find(session, realm.getId()).filter(sink -> sink.disabledAt != null).stream()
                .map(sink -> Finding.error(
                        "audit_sink_disabled",
                        "The audit log is sent nowhere: " + sink.disabledReason + ".",
                        "Mend the receiver, and PUT the audit sink again; it goes on where it was."));
    }
}
