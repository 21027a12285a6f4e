/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/health}: what the app lacks. */
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final KeycloakSession session;
    private final App app;
    private final List<Check> checks;

    /** @param app may be one that is not served */
    public HealthResource(App app, List<Check> checks) {
        this.session = app.session();
        this.app = app;
        this.checks = checks;
    }

    /** {@code GET /v1/apps/<id>/health}. */
    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public HealthReport read() {
        return HealthReport.of(checks, session, app.realm());
    }
}
