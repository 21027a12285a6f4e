/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.http.PathSegment;
import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import java.net.URI;
import org.keycloak.models.RealmModel;

/**
 * The {@code iss} of an app's tokens: the server's public base URL and the slug.
 *
 * @param base the public base URL, with a slash at its end
 * @param url it, as a URL is written; Keycloak writes its own issuer so
 * @param unescaped the same with the slug as it is, which tokens of earlier versions have
 */
record Issuer(String base, String url, String unescaped) {

    static Issuer of(URI baseUri, RealmModel realm) {
        String uri = baseUri.toString();
        Segment slug = RealmMemory.remember(realm, Segment.class, () -> Segment.of(realm.getName()));
        return of(uri.endsWith("/") ? uri : uri + '/', slug, realm.getName());
    }

    /** The one of the same app under another slug. */
    Issuer under(String name) {
        return of(base, Segment.of(name), name);
    }

    private static Issuer of(String base, Segment slug, String name) {
        return new Issuer(base, base + slug.escaped(), base + name);
    }

    /** The same app's place among Keycloak's own paths. */
    String belowRealms() {
        return base + "realms/" + url.substring(base.length());
    }

    boolean isOf(String iss) {
        return url.equals(iss) || unescaped.equals(iss);
    }

    private record Segment(String escaped) {

        static Segment of(String name) {
            return new Segment(PathSegment.escaped(name));
        }
    }
}
