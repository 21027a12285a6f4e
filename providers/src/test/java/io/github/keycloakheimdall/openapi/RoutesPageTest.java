/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of routes is written by hand; what it leaves out nobody finds. */
class RoutesPageTest {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Document OURS = Document.read(OpenApiDocumentTest.BUILT);
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/\\S+)`");

    /** What is not below the base is written with the app. */
    private static final String WHOLE = "/{slug}/";

    @Test
    void thePageNamesEveryRouteOfTheDocument() throws IOException {
        String page = Files.readString(PAGE);
        int platform = page.indexOf("\n## Platform routes\n");
        int server = page.indexOf("\n### The apps themselves\n");
        assertThat(server).isGreaterThan(platform);

        Set<String> named = routes(page.substring(0, platform), "/{}/v1");
        named.addAll(routes(page.substring(platform, server), "/v1/apps/{}"));
        named.addAll(routes(page.substring(server), "/v1"));

        assertThat(named).containsAll(OURS.operations());
    }

    private static Set<String> routes(String section, String base) {
        Set<String> routes = new TreeSet<>();
        Matcher route = ROUTE.matcher(section);
        while (route.find()) {
            String path = route.group(2);
            String whole = path.startsWith(WHOLE) ? path : base + path;
            routes.add(route.group(1) + ' ' + whole.replaceAll("\\{[^}]+}", "{}"));
        }
        return routes;
    }
}
