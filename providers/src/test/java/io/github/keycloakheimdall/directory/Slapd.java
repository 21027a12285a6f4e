/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** OpenLDAP's server, as Debian has it, in a process and a folder of its own. */
final class Slapd implements LdapProcess {

    private static final String PROGRAM = System.getProperty("heimdall.slapd", "/usr/sbin/slapd");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private Process process;
    private LDAPConnection connection;

    Slapd() throws IOException {
        folder = Files.createTempDirectory("slapd");
        Files.createDirectory(folder.resolve("data"));
        Files.write(
                folder.resolve("slapd.conf"),
                List.of(
                        "include /etc/ldap/schema/core.schema",
                        "include /etc/ldap/schema/cosine.schema",
                        "include /etc/ldap/schema/inetorgperson.schema",
                        "modulepath /usr/lib/ldap",
                        "moduleload back_mdb",
                        "database mdb",
                        "suffix \"" + DirectoryServer.BASE + '"',
                        "rootdn \"" + DirectoryServer.BOSS + '"',
                        "rootpw " + DirectoryServer.BOSS_PASSWORD,
                        "directory " + folder.resolve("data")));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        open();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public LDAPInterface asBoss() {
        return connection;
    }

    @Override
    public boolean binds(String dn, String password) {
        try (LDAPConnection other = new LDAPConnection("127.0.0.1", port)) {
            other.bind(dn, password);
            return true;
        } catch (LDAPException refused) {
            return false;
        }
    }

    @Override
    public void goAway() {
        connection.close();
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void open() {
        try {
            process = new ProcessBuilder(
                            PROGRAM,
                            "-h",
                            "ldap://127.0.0.1:" + port,
                            "-f",
                            folder.resolve("slapd.conf").toString(),
                            "-d",
                            "0")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        } catch (IOException e) {
            throw new IllegalStateException(PROGRAM + " does not start", e);
        }
        await("slapd at " + port).atMost(STARTS_WITHIN).ignoreExceptions().until(() -> {
            connection = new LDAPConnection("127.0.0.1", port, DirectoryServer.BOSS, DirectoryServer.BOSS_PASSWORD);
            return true;
        });
    }
}
