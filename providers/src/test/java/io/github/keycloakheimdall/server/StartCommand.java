/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is built and started: for production if it has a database, and in development mode on H2 without.
 *
 * @param version of Keycloak
 * @param database null for H2
 * @param buildOptions that are no matter of the database
 * @param options of the start alone
 */
record StartCommand(
        String version, PostgresDatabase database, boolean clustered, List<String> buildOptions, List<String> options) {

    private static final String PRIVATE_TARGETS = "--spi-realm-restapi-extension--v1--private-targets=";

    /** What it is built with before it starts; null if its first start builds it. */
    List<String> build() {
        if (database == null) {
            return null;
        }
        List<String> all = new ArrayList<>(List.of("--db=postgres", "--metrics-enabled=true"));
        if (!isCacheOfTheStart()) {
            all.add(cache());
        }
        all.addAll(buildOptions);
        return all;
    }

    /** The script and its arguments. */
    List<String> line(Path home, String host, int httpPort, int managementPort) {
        List<String> line = new ArrayList<>();
        line.add(home.resolve("bin/kc.sh").toString());
        line.addAll(database == null ? development() : production());
        line.add("--http-host=" + host);
        line.add("--http-port=" + httpPort);
        line.add("--http-management-port=" + managementPort);
        // Tests and development have their receivers on this machine. Where an option is given twice, the last counts.
        line.add(PRIVATE_TARGETS + "true");
        if (database != null && isCacheOfTheStart()) {
            line.add(cache());
        }
        line.addAll(options);
        return line;
    }

    private String cache() {
        return clustered ? "--cache=ispn" : "--cache=local";
    }

    /** A build before 26.6 does not take it. */
    private boolean isCacheOfTheStart() {
        return KeycloakLine.isBefore26(version, 6);
    }

    private List<String> development() {
        List<String> line = new ArrayList<>(buildOptions);
        line.add(0, "start-dev");
        // H2 writes a commit to its file half a second later, unless told to do it at once as PostgreSQL does, and
        // gives up on a lock after a second or two, which a busy machine needs.
        line.add("--db-url-properties=;WRITE_DELAY=0;LOCK_TIMEOUT=20000");
        return line;
    }

    private List<String> production() {
        return List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--hostname-strict=false",
                "--db-url=" + database.jdbcUrl(),
                "--db-username=" + database.username(),
                "--db-password=" + database.password());
    }
}
