/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of {@code operations.txt}: the chapters, and of each route what its types and annotations cannot say. */
final class DocumentedWords {

    /** Where the page of routes has a link that it explains no further. */
    private static final Pattern ASIDE = Pattern.compile(" \\(\\[[^]]+]\\([^)]+\\)\\)");

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");
    private static final String STATUS = "[1-5]\\d\\d";
    private static final String INDENT = "  ";

    private final Map<String, String> chapters = new LinkedHashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /** @throws IllegalStateException for a line that is none of the kinds that the file has */
    DocumentedWords(List<String> lines) {
        Route route = null;
        for (String line : lines) {
            if (line.startsWith(INDENT) && route != null) {
                route.add(line.substring(INDENT.length()).split(" ", 2));
            } else if (line.startsWith("chapter | ")) {
                String[] parts = line.split(" \\| ");
                chapters.put(parts[1], parts[2]);
            } else if (!line.startsWith("#")) {
                route = Route.of(line.split(" \\| "), chapters);
                routes.put(line.split(" \\| ")[0], route);
            }
        }
    }

    /** What each chapter is about, in the order of the file. */
    Map<String, String> chapters() {
        return chapters;
    }

    /** By method and path, in the order of the file. */
    Map<String, Route> routes() {
        return routes;
    }

    /**
     * @param operation method and path
     * @throws IllegalStateException if the file does not have it
     */
    Route of(String operation) {
        Route route = routes.get(operation);
        if (route == null) {
            throw new IllegalStateException(operation + " has no words in operations.txt");
        }
        return route;
    }

    /** Without links, which lead nowhere but beside the page of routes. */
    static String withoutLinks(String words) {
        Matcher links = LINK.matcher(ASIDE.matcher(words).replaceAll(""));
        return links.replaceAll("$1");
    }

    /** Beginning like a sentence. */
    static String capitalized(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What is said of one route; {@code answers} by status, without words where the status says it all. */
    record Route(String chapter, String summary, Map<String, String> more, Map<String, String> answers) {

        private static Route of(String[] parts, Map<String, String> chapters) {
            if (!chapters.containsKey(parts[1])) {
                throw new IllegalStateException("no such chapter: " + parts[1]);
            }
            return new Route(parts[1], parts[2], new TreeMap<>(), new TreeMap<>());
        }

        private void add(String[] line) {
            String words = line.length > 1 ? line[1] : "";
            if (line[0].matches(STATUS)) {
                answers.put(line[0], words);
            } else if (line[0].equals("needs") || line[0].equals("takes")) {
                more.put(line[0], words);
            } else {
                throw new IllegalStateException("neither needs, takes nor a status: " + line[0]);
            }
        }

        /** What it needs beyond what its {@code @Access} says, or empty. */
        String needs() {
            return more.getOrDefault("needs", "");
        }

        /** What is to be said of what it takes, or empty. */
        String takes() {
            return more.getOrDefault("takes", "");
        }
    }
}
