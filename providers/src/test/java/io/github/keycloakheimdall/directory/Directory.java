/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import com.unboundid.ldap.sdk.Entry;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A company's LDAP directory of its own, and the user federation of a realm that reads it. Choose the settings, then
 * {@link #join} the app.
 *
 * <pre>{@code
 * @BeforeAll
 * static void join() {
 *     directory = Directory.readOnly().trustingEmails().join(app);
 *     directory.add("alice");
 * }
 * }</pre>
 *
 * Whoever is in it is called by the uid, has {@link #PASSWORD} and the email {@code <uid>@corp.example}.
 */
public final class Directory implements AutoCloseable {

    /** Everybody's password at first. */
    public static final String PASSWORD = "Directory-Password1";

    private static final String UID = "uid";

    private final DirectoryServer server = DirectoryServer.start();
    private final Map<String, List<String>> settings = new HashMap<>();
    private RealmAdmin realm;
    private String id;

    private Directory(String editMode) {
        Map.of(
                        "vendor",
                        "other",
                        "editMode",
                        editMode,
                        "connectionUrl",
                        server.url(),
                        "usersDn",
                        DirectoryServer.PEOPLE,
                        "authType",
                        "simple",
                        "bindDn",
                        DirectoryServer.BOSS,
                        "bindCredential",
                        DirectoryServer.BOSS_PASSWORD,
                        "usernameLDAPAttribute",
                        UID,
                        "rdnLDAPAttribute",
                        UID,
                        "uuidLDAPAttribute",
                        "entryUUID")
                .forEach(this::with);
        with("userObjectClasses", "inetOrgPerson")
                .with("connectionTimeout", "2000")
                .with("readTimeout", "5000");
    }

    /** Keycloak changes nothing in it, and nothing of its users. */
    public static Directory readOnly() {
        return new Directory("READ_ONLY");
    }

    /** Keycloak writes what changes into it. */
    public static Directory writable() {
        return new Directory("WRITABLE");
    }

    /** Keycloak keeps what changes to itself. */
    public static Directory unsynced() {
        return new Directory("UNSYNCED");
    }

    /** By the mode's name as Keycloak has it. */
    public static Directory of(String editMode) {
        return new Directory(editMode);
    }

    /** Nobody of it gets a row in Keycloak's database. */
    public Directory withoutImport() {
        return with("importEnabled", "false");
    }

    /** Emails of it count as verified. */
    public Directory trustingEmails() {
        return with("trustEmail", "true");
    }

    /** Whoever signs up is added to it. */
    public Directory syncingRegistrations() {
        return with("syncRegistrations", "true");
    }

    /** Any other setting of the federation. */
    public Directory with(String setting, String value) {
        settings.put(setting, List.of(value));
        return this;
    }

    /** Makes it the user federation of the app's realm. */
    public Directory join(App app) {
        realm = app.realm();
        id = realm.call(
                        Method.POST,
                        "/components",
                        Map.of(
                                "name",
                                "directory",
                                "providerId",
                                "ldap",
                                "providerType",
                                "org.keycloak.storage.UserStorageProvider",
                                "config",
                                settings))
                .header("location")
                .replaceAll(".*/", "");
        return this;
    }

    /** Changes a setting while it is in use. */
    public void set(String setting, String value) {
        Map<String, Object> component = new HashMap<>(
                realm.call(Method.GET, "/components/" + id, null).jsonPath().getMap("$"));
        with(setting, value);
        component.put("config", settings);
        realm.call(Method.PUT, "/components/" + id, component);
    }

    /** A mapper of the federation, such as {@code hardcoded-ldap-role-mapper}. */
    public Directory map(String mapper, Map<String, String> config) {
        Map<String, List<String>> values = new HashMap<>();
        config.forEach((name, value) -> values.put(name, List.of(value)));
        realm.call(
                Method.POST,
                "/components",
                Map.of(
                        "name",
                        mapper,
                        "parentId",
                        id,
                        "providerId",
                        mapper,
                        "providerType",
                        "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
                        "config",
                        values));
        return this;
    }

    /** Everybody of it has the role, which is stored nowhere. */
    public Directory mapRoleOfEverybody(String role) {
        return map("hardcoded-ldap-role-mapper", Map.of("role", role));
    }

    /** Its groups below {@code ou=roles} are roles of the realm, read from it each time. */
    public Directory mapRoles() {
        return map(
                "role-ldap-mapper",
                Map.of(
                        "roles.dn", DirectoryServer.ROLES,
                        "role.name.ldap.attribute", "cn",
                        "role.object.classes", "groupOfNames",
                        "membership.ldap.attribute", "member",
                        "membership.attribute.type", "DN",
                        "membership.user.ldap.attribute", UID,
                        "mode", "READ_ONLY",
                        "user.roles.retrieve.strategy", "LOAD_ROLES_BY_MEMBER_ATTRIBUTE",
                        "use.realm.roles.mapping", "true"));
    }

    /** Its groups below {@code ou=groups} are groups of the realm, read from it each time. */
    public Directory mapGroups() {
        return map(
                "group-ldap-mapper",
                Map.of(
                        "groups.dn", DirectoryServer.GROUPS,
                        "group.name.ldap.attribute", "cn",
                        "group.object.classes", "groupOfNames",
                        "preserve.group.inheritance", "false",
                        "membership.ldap.attribute", "member",
                        "membership.attribute.type", "DN",
                        "membership.user.ldap.attribute", UID,
                        "mode", "READ_ONLY",
                        "user.roles.retrieve.strategy", "LOAD_GROUPS_BY_MEMBER_ATTRIBUTE"));
    }

    /** The federation's id in Keycloak, which is in the ids of those who are not imported. */
    public String id() {
        return id;
    }

    /** Imports everybody, as the console's button does. */
    public void sync() {
        realm.call(Method.POST, "/user-storage/" + id + "/sync?action=triggerFullSync", null);
    }

    /** A new user. */
    public Directory add(String uid) {
        server.add(
                dn(uid),
                Map.of(
                        "objectClass", List.of("inetOrgPerson"),
                        "cn", List.of(uid),
                        "sn", List.of("Example"),
                        "mail", List.of(email(uid)),
                        "userPassword", List.of(PASSWORD)));
        return this;
    }

    /** Puts someone into the group of that name below {@code ou=roles}, which is made if there is none. */
    public Directory giveRole(String uid, String role) {
        return enter(DirectoryServer.ROLES, role, uid);
    }

    /** Puts someone into the group of that name below {@code ou=groups}, which is made if there is none. */
    public Directory enterGroup(String uid, String group) {
        return enter(DirectoryServer.GROUPS, group, uid);
    }

    public static String email(String uid) {
        return uid + "@corp.example";
    }

    public boolean has(String uid) {
        return server.find(DirectoryServer.PEOPLE, UID, uid) != null;
    }

    /** Of someone who is in it; null where it has no value. */
    public String read(String uid, String attribute) {
        return server.find(DirectoryServer.PEOPLE, UID, uid).getAttributeValue(attribute);
    }

    public void write(String uid, String attribute, String... values) {
        server.set(dn(uid), attribute, values);
    }

    public void rename(String uid, String renamed) {
        server.rename(dn(uid), UID, renamed);
    }

    public void delete(String uid) {
        server.delete(dn(uid));
    }

    /** Whether that is someone's password. */
    public boolean takes(String uid, String password) {
        return server.binds(dn(uid), password);
    }

    /** Every entry with all its attributes, for comparing before and after. */
    public List<String> content() {
        return server.ldif();
    }

    /** Closes the server's port until {@link #comeBack}. */
    public void goAway() {
        server.goAway();
    }

    public void comeBack() {
        server.comeBack();
    }

    @Override
    public void close() {
        server.close();
    }

    private Directory enter(String unit, String group, String uid) {
        Entry known = server.find(unit, "cn", group);
        if (known == null) {
            server.add(
                    "cn=" + group + "," + unit,
                    Map.of("objectClass", List.of("groupOfNames"), "member", List.of(dn(uid))));
        } else {
            server.addValue(known.getDN(), "member", dn(uid));
        }
        return this;
    }

    private static String dn(String uid) {
        return "uid=" + uid + "," + DirectoryServer.PEOPLE;
    }
}
