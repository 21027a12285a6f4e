/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.RealmMemory;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.RealmModel;

/**
 * The {@code iss} of an app's tokens: the server's public base URL and the slug.
 *
 * @param url it, as a URL is written; Keycloak writes its own issuer so
 * @param unescaped the same with the slug as it is, which tokens of earlier versions have
 */
record Issuer(String url, String unescaped) {

    static Issuer of(URI baseUri, RealmModel realm) {
        String base = baseUri.toString();
        String prefix = base.endsWith("/") ? base : base + '/';
        Segment slug = RealmMemory.remember(realm, Segment.class, () -> Segment.of(realm.getName()));
        return new Issuer(prefix + slug.escaped(), prefix + realm.getName());
    }

    boolean isOf(String iss) {
        return url.equals(iss) || unescaped.equals(iss);
    }

    private record Segment(String escaped) {

        static Segment of(String name) {
            URI path = UriBuilder.fromUri("/").path("{name}").build(name);
            return new Segment(path.getRawPath().substring(1));
        }
    }
}
