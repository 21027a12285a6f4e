/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@link KeycloakServer} is to be like. */
public final class KeycloakServerBuilder {

    private static final String IMPORT = "--import-realm";

    private final ServerFolder folder = new ServerFolder();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String host = "127.0.0.1";
    private int port;
    private String relativePath = "";
    private PostgresDatabase database;
    private boolean clustered;
    private boolean logToTerminal;

    KeycloakServerBuilder() {
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
    }

    /** The server's folder under {@code heimdall.servers}; an earlier one of this name is deleted. */
    public KeycloakServerBuilder name(String name) {
        folder.name(name);
        return this;
    }

    /** Takes an earlier folder of the same name and version as it is, with its data. */
    public KeycloakServerBuilder keepFolder() {
        folder.keep();
        return this;
    }

    /**
     * Copies the files of another server on the same kind of database, which has been started once, instead of unpacking
     * the distribution. Saves the build that a first start begins with.
     */
    public KeycloakServerBuilder sameBuildAs(KeycloakServer other) {
        folder.copyOf(other.home());
        return this;
    }

    /** Where to listen and what to be called: a name or address of this machine; 127.0.0.1 if not given. */
    public KeycloakServerBuilder host(String value) {
        host = value;
        return this;
    }

    /** The HTTP port; 0, which is the default, takes a free one. */
    public KeycloakServerBuilder port(int value) {
        port = value;
        return this;
    }

    /** The path that everything is served under, such as {@code /auth}. */
    public KeycloakServerBuilder relativePath(String path) {
        relativePath = path;
        return option("--http-relative-path=" + path);
    }

    /** Stores in PostgreSQL and runs in production mode; without it the server is in development mode on H2. */
    public KeycloakServerBuilder database(PostgresDatabase postgres) {
        database = postgres;
        return this;
    }

    /**
     * Joins the other servers that share its database. They must know themselves by one name too, or a token of one is
     * not a token of the other.
     *
     * @param publicUri the base URI that every server of the cluster signs with
     */
    public KeycloakServerBuilder cluster(URI publicUri) {
        clustered = true;
        environment.put("JAVA_OPTS_APPEND", "-Djgroups.bind.address=127.0.0.1 -Djgroups.bind.port=" + FreePorts.next());
        return option("--hostname=" + publicUri);
    }

    /** A realm's JSON file, imported at the start unless there is a realm of that name. May be called for several. */
    public KeycloakServerBuilder importRealm(Path json) {
        folder.realm(json);
        return options.contains(IMPORT) ? this : option(IMPORT);
    }

    /** Any further option of {@code kc.sh}, such as {@code --log-level=DEBUG}. */
    public KeycloakServerBuilder option(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Sends the server's output to the terminal and not to a file. */
    public KeycloakServerBuilder logToTerminal() {
        logToTerminal = true;
        return this;
    }

    /**
     * Prepares the server's folder.
     *
     * @return the server, not started
     * @throws java.io.UncheckedIOException if the distribution or the extension's JAR is missing, or a file cannot be
     *     written
     */
    public KeycloakServer build() {
        int httpPort = port == 0 ? FreePorts.next() : port;
        Path home = folder.prepare();
        URI baseUri = URI.create("http://" + host + ":" + httpPort + relativePath);
        int managementPort = FreePorts.next();
        URI managementUri = URI.create("http://" + host + ":" + managementPort + relativePath);
        List<String> command = command(home, httpPort, managementPort);
        return new KeycloakServer(home, baseUri, managementUri, command, environment, logToTerminal);
    }

    private List<String> command(Path home, int httpPort, int managementPort) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/kc.sh").toString());
        command.add(database == null ? "start-dev" : "start");
        command.add("--http-host=" + host);
        command.add("--http-port=" + httpPort);
        command.add("--http-management-port=" + managementPort);
        if (database != null) {
            command.addAll(List.of("--http-enabled=true", "--hostname-strict=false", "--db=postgres"));
            command.addAll(List.of("--db-url=" + database.jdbcUrl(), "--db-username=" + database.username()));
            command.add("--db-password=" + database.password());
            command.add(clustered ? "--cache=ispn" : "--cache=local");
        } else {
            // H2 writes a commit to its file half a second later, unless told to do it at once as PostgreSQL does, and
            // gives
            // up on a lock after a second or two, which a busy machine needs.
            command.add("--db-url-properties=;WRITE_DELAY=0;LOCK_TIMEOUT=30000");
        }
        command.addAll(options);
        return command;
    }
}
