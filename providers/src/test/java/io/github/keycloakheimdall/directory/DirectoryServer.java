/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;

/**
 * A real LDAP server with users, and groups that have them as members: in the test's own process, or OpenLDAP's with
 * {@code -Pldap}.
 */
final class DirectoryServer implements AutoCloseable {

    static final String BASE = "dc=example,dc=com";
    static final String PEOPLE = "ou=people," + BASE;
    static final String GROUPS = "ou=groups," + BASE;
    static final String ROLES = "ou=roles," + BASE;
    static final String BOSS = "cn=boss," + BASE;
    static final String BOSS_PASSWORD = "boss-Password1";

    private final LdapProcess process;
    private boolean away;

    private DirectoryServer(LdapProcess process) {
        this.process = process;
    }

    static DirectoryServer start() {
        DirectoryServer started = new DirectoryServer(attempt(() ->
                System.getProperty("heimdall.test.ldap", "memory").equals("openldap") ? new Slapd() : new InMemory()));
        started.add(BASE, Map.of("objectClass", List.of("organization", "dcObject"), "o", List.of("Example")));
        for (String unit : List.of(PEOPLE, GROUPS, ROLES)) {
            started.add(unit, Map.of("objectClass", List.of("organizationalUnit")));
        }
        return started;
    }

    String url() {
        return "ldap://127.0.0.1:" + process.port();
    }

    /** Adds an entry; the attribute that names it follows from the DN. */
    void add(String dn, Map<String, List<String>> attributes) {
        attempt(() -> {
            Entry entry = new Entry(dn);
            attributes.forEach(entry::addAttribute);
            for (var naming : new DN(dn).getRDN().getNameValuePairs()) {
                entry.addAttribute(naming.getAttributeName(), naming.getAttributeValue());
            }
            return process.asBoss().add(entry);
        });
    }

    void delete(String dn) {
        attempt(() -> process.asBoss().delete(dn));
    }

    /** Replaces the values of an attribute; none removes it. */
    void set(String dn, String attribute, String... values) {
        attempt(() -> process.asBoss().modify(dn, new Modification(ModificationType.REPLACE, attribute, values)));
    }

    /** Adds a value to those of an attribute. */
    void addValue(String dn, String attribute, String value) {
        attempt(() -> process.asBoss().modify(dn, new Modification(ModificationType.ADD, attribute, value)));
    }

    void rename(String dn, String attribute, String value) {
        attempt(() -> process.asBoss().modifyDN(dn, new RDN(attribute, value).toString(), true));
    }

    /** The entry below one of the units whose attribute has that value; null if there is none. */
    Entry find(String unit, String attribute, String value) {
        return attempt(() -> process.asBoss()
                .searchForEntry(unit, SearchScope.ONE, Filter.createEqualityFilter(attribute, value), "*", "+"));
    }

    /** Whether someone gets in with that password. */
    boolean binds(String dn, String password) {
        return process.binds(dn, password);
    }

    /** Everything that is in it, for comparing before and after. */
    List<String> ldif() {
        return attempt(() -> process.asBoss().search(BASE, SearchScope.SUB, "(objectClass=*)", "*", "+"))
                .getSearchEntries()
                .stream()
                .map(Entry::toLDIFString)
                .sorted()
                .toList();
    }

    /** Closes its port; what is in it stays. */
    void goAway() {
        if (!away) {
            process.goAway();
            away = true;
        }
    }

    /** Opens the same port again. */
    void comeBack() {
        if (away) {
            process.open();
            away = false;
        }
    }

    @Override
    public void close() {
        goAway();
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
