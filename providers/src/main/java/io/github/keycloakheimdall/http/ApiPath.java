/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/**
 * Tells which request paths are this extension's, and what is left of them behind the app.
 *
 * @param door whom the path is for
 * @param route what follows {@code /<slug>/v1}, {@code /v1/apps/<id>} or {@code /v1}, with its leading slash, or empty;
 *     what lies right below the issuer, {@code /<slug>/.well-known}, or where RFC 8414 looks for it, reads like its
 *     twin below {@code /v1}
 */
public record ApiPath(Door door, String route) {

    /** The two APIs. */
    public enum Door {
        /** {@code /<slug>/v1}: the app's users and machines. */
        CONSUMER,
        /** {@code /v1/apps/<id>}: Keycloak's admins. */
        PLATFORM,
        /** {@code /v1}: the same on routes that are about no one app. */
        SERVER
    }

    private static final String REALMS = "realms";
    private static final String ROOT = "v1";
    private static final String WELL_KNOWN = ".well-known";
    private static final String RFC_8414 = "oauth-authorization-server";
    private static final String WELL_KNOWN_ROUTE = '/' + WELL_KNOWN + '/';

    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private static final Pattern BROWSERS_ROUTE = Pattern.compile("/auth/oauth/[^/]+/(authorize|link|callback)");

    /** First segments that Keycloak answers itself; a realm of such a name is reached through {@code /realms/} only. */
    private static final Set<String> KEYCLOAKS_OWN =
            Set.of(REALMS, "admin", "resources", "js", "metrics", "health", "lb-check", "robots.txt", WELL_KNOWN);

    /** Whether the API of a realm of that name answers at the server's root, and not below {@code /realms/} alone. */
    public static boolean isAtRoot(String slug) {
        return !KEYCLOAKS_OWN.contains(slug);
    }

    /** Whether a path relative to the server's root path is among Keycloak's own, with or without a leading slash. */
    public static boolean isBelowRealms(String path) {
        return path.startsWith(REALMS + '/') || path.startsWith('/' + REALMS + '/');
    }

    /** The path of the request, of which nothing else is asked: one that names no host has no URL. */
    public static Optional<ApiPath> ofRequest(KeycloakSession session) {
        return of(session.getContext().getHttpRequest().getUri().getPath());
    }

    /**
     * Reads a path relative to the server's root path. What follows a semicolon in a segment is left out, as the server
     * does to find a route.
     *
     * @param path with or without a leading slash, not decoded any further
     */
    public static Optional<ApiPath> of(String path) {
        String plain = path.indexOf(';') < 0 ? path : PARAMETERS.matcher(path).replaceAll("");
        String[] segments = (plain.startsWith("/") ? plain.substring(1) : plain).split("/", -1);
        if (segments.length >= 3 && segments[0].equals(REALMS) && segments[2].equals(ROOT)) {
            return Optional.of(new ApiPath(Door.CONSUMER, rest(segments, 3)));
        }
        if (segments.length >= 3 && segments[0].equals(ROOT) && segments[1].equals("apps") && !segments[2].isEmpty()) {
            return Optional.of(new ApiPath(Door.PLATFORM, rest(segments, 3)));
        }
        if (segments.length >= 2 && segments[1].equals(ROOT) && isAtRoot(segments[0])) {
            return Optional.of(new ApiPath(Door.CONSUMER, rest(segments, 2)));
        }
        if (segments.length >= 2 && segments[1].equals(WELL_KNOWN) && isAtRoot(segments[0])) {
            return Optional.of(new ApiPath(Door.CONSUMER, rest(segments, 1)));
        }
        if (segments.length == 3 && segments[0].equals(WELL_KNOWN) && segments[1].equals(RFC_8414)) {
            return Optional.of(new ApiPath(Door.CONSUMER, WELL_KNOWN_ROUTE + RFC_8414));
        }
        if (segments[0].equals(ROOT)) {
            return Optional.of(new ApiPath(Door.SERVER, rest(segments, 1)));
        }
        return Optional.empty();
    }

    /** Whether the path has the documents by which anyone may verify tokens. */
    public boolean isWellKnown() {
        return door == Door.CONSUMER && (route + '/').startsWith(WELL_KNOWN_ROUTE);
    }

    /** Whether users' browsers go there, and no program does. */
    public boolean isForBrowsers() {
        return door == Door.CONSUMER && BROWSERS_ROUTE.matcher(route).matches();
    }

    private static String rest(String[] segments, int from) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < segments.length; i++) {
            rest.append('/').append(segments[i]);
        }
        return rest.toString();
    }
}
