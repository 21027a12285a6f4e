/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The words of the page of routes are written by hand; what it leaves out, or has of a route that is gone, nobody
 * finds.
 */
class RoutesPageTest {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Document OURS = Document.read(OpenApiDocumentTest.BUILT);
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/\\S+)`");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    /** What is not below the base is written with the app. */
    private static final String WHOLE = "/{slug}/";

    /** After the route, and what it needs. */
    private static final int TAKES = 3;

    private static final Set<String> named = new TreeSet<>();
    private static final List<Row> rows = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        String page = Files.readString(PAGE);
        int platform = page.indexOf("\n## Platform routes\n");
        int server = page.indexOf("\n### The apps themselves\n");
        assertThat(server).isGreaterThan(platform);
        add(page.substring(0, platform), "/{}/v1");
        add(page.substring(platform, server), "/v1/apps/{}");
        add(page.substring(server), "/v1");
    }

    @Test
    void thePageNamesEveryRouteOfTheDocumentAndNoRowAnother() {
        assertThat(named).containsAll(OURS.operations());
        assertThat(rows).allSatisfy(row -> assertThat(OURS.operations()).containsAll(row.routes()));
    }

    @Test
    void whereARowIsOfOneRoute_thenItNamesWhatTheBodyAndTheQueryTake() {
        List<Row> single = rows.stream().filter(row -> row.routes().size() == 1).toList();

        assertThat(single).hasSizeGreaterThan(100).allSatisfy(row -> {
            String route = row.routes().get(0);
            Set<String> taken = OURS.asked(route);
            OURS.taken(route).stream().filter(name -> name.matches("[a-z_]+")).forEach(taken::add);
            assertThat(row.takes()).as(route).containsAll(taken);
        });
    }

    private static void add(String section, String base) {
        named.addAll(routes(section, base));
        section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split(" *(?<!\\\\)\\| *");
            List<String> routes = routes(cells[1], base);
            if (!routes.isEmpty()) {
                rows.add(new Row(
                        routes,
                        NAME.matcher(cells[TAKES])
                                .results()
                                .map(name -> name.group(1))
                                .toList()));
            }
        });
    }

    private static List<String> routes(String text, String base) {
        return ROUTE.matcher(text)
                .results()
                .map(route -> route.group(1) + ' ' + whole(base, route.group(2)))
                .toList();
    }

    private static String whole(String base, String path) {
        return (path.startsWith(WHOLE) ? path : base + path).replaceAll("\\{[^}]+}", "{}");
    }

    private record Row(List<String> routes, List<String> takes) {}
}
