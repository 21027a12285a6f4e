/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/end-user-insights}: what users did in the last 30 days, in numbers. */
@Produces(MediaType.APPLICATION_JSON)
public final class EndUserInsightsResource {

    private final KeycloakSession session;
    private final App app;

    public EndUserInsightsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Days are of UTC; a day that is over, by ten minutes, is counted once, and what there is now once a minute. */
    @GET
    @Access(admin = AdminRole.VIEW_EVENTS)
    public EndUserInsights read() {
        Map<LocalDate, Map<Counted, Long>> days =
                new DayCounts(session, app.realm().getId()).read();
        List<SigninDay> signins = days.entrySet().stream()
                .map(day -> SigninDay.of(
                        day.getKey(),
                        day.getValue().getOrDefault(Counted.SIGNIN, 0L),
                        day.getValue().getOrDefault(Counted.SIGNIN_FAILED, 0L)))
                .toList();
        return EndUserInsights.of(app.realm().isEventsEnabled(), signins, days.values(), Headcount.of(app));
    }
}
