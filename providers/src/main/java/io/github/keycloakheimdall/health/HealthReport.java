/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppClient;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What was found of an app, the worst first.
 *
 * @param data empty for an app that lacks nothing
 */
public record HealthReport(List<Finding> data) implements ApiResponse {

    /** Looks now. Of an app that is not served only the cause is said: most else that it lacks follows from that. */
    static HealthReport of(List<Check> checks, KeycloakSession session, RealmModel realm) {
        Stream<Check> asked = AppClient.isForeign(realm) ? Stream.of(new ClientCheck()) : checks.stream();
        return new HealthReport(asked.flatMap(check -> check.look(session, realm))
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
                .toList());
    }
}
