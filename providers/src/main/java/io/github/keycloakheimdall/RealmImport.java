/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.app.RealmFile;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Completes a realm's file that is imported over Keycloak's admin API and comes from an export without clients, which
 * Keycloak would refuse. Whoever sends it was let in by Keycloak before.
 */
@Provider
public final class RealmImport implements ContainerRequestFilter {

    private static final Set<String> PATHS = Set.of("admin/realms", "admin/realms/");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String path = request.getUriInfo().getPath();
        if (HttpMethod.POST.equals(request.getMethod())
                && PATHS.contains(path.startsWith("/") ? path.substring(1) : path)) {
            byte[] file = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(RealmFile.completed(file)));
        }
    }
}
