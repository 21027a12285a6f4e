/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.http.ApiPath;
import io.github.keycloakheimdall.http.ApiPath.Door;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import java.util.Optional;
import java.util.SortedSet;

/** The routes behind the doors. */
final class Routes {

    private static final RouteTable CONSUMER = new RouteTable(ConsumerApi.class);
    private static final RouteTable PLATFORM = new RouteTable(PlatformApi.class);
    private static final RouteTable SERVER = new RouteTable(ServerApi.class);

    private Routes() {}

    /** The methods that a path takes; none where there is no such path. */
    static SortedSet<String> methodsOf(ApiPath path) {
        return table(path.door()).methodsOf(path.route());
    }

    /** The route that a request is for. */
    static Optional<Route> find(String method, ApiPath path) {
        return table(path.door()).find(method, path.route());
    }

    private static RouteTable table(Door door) {
        return switch (door) {
            case CONSUMER -> CONSUMER;
            case PLATFORM -> PLATFORM;
            case SERVER -> SERVER;
        };
    }
}
