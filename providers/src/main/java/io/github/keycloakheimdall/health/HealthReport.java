/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Comparator;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What was found of an app, the worst first.
 *
 * @param data empty for an app that lacks nothing
 */
public record HealthReport(List<Finding> data) implements ApiResponse {

    /** Looks now. */
    static HealthReport of(List<Check> checks, KeycloakSession session, RealmModel realm) {
        return new HealthReport(checks.stream()
                .flatMap(check -> check.look(session, realm))
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
                .toList());
    }
}
