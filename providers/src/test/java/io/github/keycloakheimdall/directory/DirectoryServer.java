/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** A real LDAP server in the test's own process, with the standard schema: people, and groups that have them as members. */
final class DirectoryServer implements AutoCloseable {

    static final String BASE = "dc=example,dc=com";
    static final String PEOPLE = "ou=people," + BASE;
    static final String GROUPS = "ou=groups," + BASE;
    static final String ROLES = "ou=roles," + BASE;
    static final String BOSS = "cn=boss";
    static final String BOSS_PASSWORD = "boss-Password1";

    private final InMemoryDirectoryServer server;
    private final int port;

    private DirectoryServer(InMemoryDirectoryServer server) {
        this.server = server;
        this.port = server.getListenPort();
    }

    static DirectoryServer start() {
        return attempt(() -> {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(BOSS, BOSS_PASSWORD);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.startListening();
            DirectoryServer started = new DirectoryServer(server);
            started.add(BASE, Map.of("objectClass", List.of("domain"), "dc", List.of("example")));
            for (String unit : List.of(PEOPLE, GROUPS, ROLES)) {
                started.add(unit, Map.of("objectClass", List.of("organizationalUnit")));
            }
            return started;
        });
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    /** Adds an entry; the attribute that names it follows from the DN. */
    void add(String dn, Map<String, List<String>> attributes) {
        attempt(() -> {
            Entry entry = new Entry(dn);
            attributes.forEach(entry::addAttribute);
            for (var naming : new DN(dn).getRDN().getNameValuePairs()) {
                entry.addAttribute(naming.getAttributeName(), naming.getAttributeValue());
            }
            return server.add(entry);
        });
    }

    void delete(String dn) {
        attempt(() -> server.delete(dn));
    }

    /** Replaces the values of an attribute; none removes it. */
    void set(String dn, String attribute, String... values) {
        attempt(() -> server.modify(dn, new Modification(ModificationType.REPLACE, attribute, values)));
    }

    /** Adds a value to those of an attribute. */
    void addValue(String dn, String attribute, String value) {
        attempt(() -> server.modify(dn, new Modification(ModificationType.ADD, attribute, value)));
    }

    void rename(String dn, String attribute, String value) {
        attempt(() -> server.modifyDN(dn, new RDN(attribute, value).toString(), true));
    }

    /** The entry below one of the units whose attribute has that value; null if there is none. */
    Entry find(String unit, String attribute, String value) {
        return attempt(() ->
                server.searchForEntry(unit, SearchScope.ONE, Filter.createEqualityFilter(attribute, value), "*", "+"));
    }

    /** Whether someone gets in with that password. */
    boolean binds(String dn, String password) {
        try {
            server.bind(dn, password);
            return true;
        } catch (LDAPException refused) {
            return false;
        }
    }

    /** Everything that is in it, for comparing before and after. */
    List<String> ldif() {
        return attempt(() -> server.search(BASE, SearchScope.SUB, "(objectClass=*)", "*", "+"))
                .getSearchEntries()
                .stream()
                .map(Entry::toLDIFString)
                .sorted()
                .toList();
    }

    /** Closes its port; what is in it stays. */
    void goAway() {
        server.shutDown(true);
    }

    /** Opens the same port again. */
    void comeBack() {
        attempt(() -> {
            server.startListening();
            return port;
        });
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static <T> T attempt(Call<T> call) {
        try {
            return call.made();
        } catch (Exception e) {
            throw new IllegalStateException("the directory refused", e);
        }
    }

    private interface Call<T> {
        T made() throws Exception;
    }
}
