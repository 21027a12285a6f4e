/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.net.URI;
import java.nio.file.Path;

/** The system properties that say what the tests run against. The build sets those that name files. */
final class TestSettings {

    private TestSettings() {}

    /** A server that is running already; null if the tests start one. */
    static URI runningServer() {
        String url = System.getProperty("heimdall.test.url", "");
        return url.isBlank() ? null : URI.create(url.replaceFirst("/+$", ""));
    }

    /** The admin of the server that is running already. */
    static String adminUsername() {
        return System.getProperty("heimdall.test.admin.username", "admin");
    }

    /** That admin's password. */
    static String adminPassword() {
        return System.getProperty("heimdall.test.admin.password", "admin");
    }

    /**
     * Whether the server is to run in a container and not from the distribution.
     *
     * @throws IllegalArgumentException if the property has a value that means nothing
     */
    static boolean inContainer() {
        return oneOf("heimdall.test.server", "distribution", "testcontainers").equals("testcontainers");
    }

    /**
     * Whether the server is to store in PostgreSQL and not in H2.
     *
     * @throws IllegalArgumentException if the property has a value that means nothing
     */
    static boolean onPostgres() {
        return oneOf("heimdall.test.db", "h2", "postgres").equals("postgres");
    }

    /** Whether tests were picked by hand, for which a server's start takes longer than what they do. */
    static boolean fewTests() {
        return System.getProperty("it.test") != null;
    }

    /** The version of Keycloak that is run. */
    static String keycloakVersion() {
        return required("heimdall.keycloak.version");
    }

    /** The Java that servers run on; the one that runs this, if not set. */
    static Path java() {
        return Path.of(System.getProperty("heimdall.test.java", System.getProperty("java.home")), "bin", "java");
    }

    /** The zip of that version; those of others lie beside it, where a profile takes them there. */
    static Path distribution(String version) {
        Path run = Path.of(required("heimdall.distribution"));
        return run.resolveSibling(run.getFileName().toString().replace(keycloakVersion(), version));
    }

    /** The JAR that users put into providers/. */
    static Path jar() {
        return Path.of(required("heimdall.jar"));
    }

    /** The folder that servers are unpacked in. */
    static Path servers() {
        return Path.of(required("heimdall.servers"));
    }

    private static String required(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("System property " + name + " is not set; providers/pom.xml has them all");
        }
        return value;
    }

    // A misspelt value must not quietly test something else.
    private static String oneOf(String name, String first, String second) {
        String value = System.getProperty(name, first);
        if (!value.equals(first) && !value.equals(second)) {
            throw new IllegalArgumentException(name + " is " + first + " or " + second + ", not " + value);
        }
        return value;
    }
}
