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
    private static final String MANAGEMENT_PORT = "KC_HTTP_MANAGEMENT_PORT";

    private final ServerFolder folder = new ServerFolder();
    private final List<String> buildOptions = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> javaOptions = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private String version = TestSettings.keycloakVersion();
    private String host = "127.0.0.1";
    private int port;
    private String relativePath = "";
    private PostgresDatabase database;
    private boolean clustered;
    private boolean logToTerminal;

    KeycloakServerBuilder() {}

    /** The server's folder under {@code heimdall.servers}; an earlier one of this name is deleted. */
    public KeycloakServerBuilder name(String name) {
        folder.name(name);
        return this;
    }

    /** Another version than the one that the run is of. */
    public KeycloakServerBuilder keycloak(String value) {
        version = value;
        folder.version(value);
        return this;
    }

    /** Another JAR of the extension than the one that this build made; its file has the same name. */
    public KeycloakServerBuilder extension(Path jar) {
        folder.extension(jar);
        return this;
    }

    /** Takes an earlier folder of the same name and version as it is, with its data. */
    public KeycloakServerBuilder keepFolder() {
        folder.keep();
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
        return buildOption("--http-relative-path=" + path);
    }

    /**
     * Stores in PostgreSQL and runs in production mode, with metrics, from a build that is made beforehand; without it
     * the server is in development mode on H2.
     */
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
        javaOptions.addAll(List.of("-Djgroups.bind.address=127.0.0.1", "-Djgroups.bind.port=" + FreePorts.next()));
        return option("--hostname=" + publicUri);
    }

    /** A realm's JSON file, imported at the start unless there is a realm of that name. May be called for several. */
    public KeycloakServerBuilder importRealm(Path json) {
        folder.realm(json);
        return options.contains(IMPORT) ? this : option(IMPORT);
    }

    /** An option that {@code kc.sh build} takes, such as {@code --metrics-enabled=true}. */
    public KeycloakServerBuilder buildOption(String option) {
        buildOptions.add(option);
        return this;
    }

    /** Any further option of a start, such as {@code --log-level=DEBUG}. */
    public KeycloakServerBuilder option(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Options of the server's Java. */
    public KeycloakServerBuilder javaOption(String... more) {
        javaOptions.addAll(Arrays.asList(more));
        return this;
    }

    /** For a server that ends before what the JIT compiler makes better has paid for the compiler's work. */
    public KeycloakServerBuilder shortLived() {
        javaOptions.add(Launch.FAST_START);
        return this;
    }

    /** A variable of the server's environment. */
    public KeycloakServerBuilder variable(String name, String value) {
        variables.put(name, value);
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
        StartCommand command = new StartCommand(version, database, clustered, buildOptions, options);
        folder.built(command.build());
        Path home = folder.prepare();
        URI baseUri = URI.create("http://" + host + ":" + httpPort + relativePath);
        int managementPort = managementPort(variables);
        URI managementUri = URI.create("http://" + host + ":" + managementPort + relativePath);
        List<String> line = command.line(home, host, httpPort, managementPort);
        return new KeycloakServer(home, baseUri, managementUri, line, environment(), logToTerminal);
    }

    /** The one that Keycloak's own variable names, or a free one. */
    static int managementPort(Map<String, String> variables) {
        String given = variables.get(MANAGEMENT_PORT);
        return given == null ? FreePorts.next() : Integer.parseInt(given);
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(variables);
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        all.put("JAVA_OPTS_APPEND", String.join(" ", javaOptions));
        return all;
    }
}
