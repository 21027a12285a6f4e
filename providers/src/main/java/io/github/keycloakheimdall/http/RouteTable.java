/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All routes of an API, read from the annotations of its resources, so that nothing keeps a second list. */
public final class RouteTable {

    private final List<Route> routes;

    /** @param api the class whose methods lead to the resources */
    public RouteTable(Class<?> api) {
        this.routes = Route.below("", api).toList();
    }

    /** Every route. */
    public List<Route> routes() {
        return routes;
    }

    /** The route that a request is for; of two that match, the one with fewer parameters. */
    public Optional<Route> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) && route.matches(path))
                .min(Comparator.comparingInt(Route::parameters));
    }

    /** The methods that a path takes; none where there is no such path. */
    public SortedSet<String> methodsOf(String path) {
        return routes.stream()
                .filter(route -> route.matches(path))
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
