/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import io.github.keycloakheimdall.client.RealmAdmin;
import io.restassured.http.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keycloak-config-cli 6.5.0 sends for a file, in its order, with all that it manages on {@code full}, as it is by
 * default: what is in the realm and not in the file goes. Only what it made itself goes while it remembers that in
 * attributes of the realm, which can be switched off; with those it writes back all attributes that it found.
 */
final class ConfigCli {

    private static final String STATE = "de.adorsys.keycloak.config.state-default-";
    private static final String CHECKSUM = "de.adorsys.keycloak.config.import-checksum-default";

    private final RealmAdmin realm;
    private final boolean remembers;

    private ConfigCli(RealmAdmin realm, boolean remembers) {
        this.realm = realm;
        this.remembers = remembers;
    }

    /** As it is by default. */
    static ConfigCli of(RealmAdmin realm) {
        return new ConfigCli(realm, true);
    }

    /** With {@code import.remote-state.enabled=false}. */
    static ConfigCli withoutState(RealmAdmin realm) {
        return new ConfigCli(realm, false);
    }

    /**
     * Brings the realm to what the file says.
     *
     * @param settings of the realm itself
     * @param clients the ids of all clients that the file has
     * @param realmRoles the names of all realm roles that the file has
     * @param clientRoles the names of the roles of the file's clients
     */
    void run(
            Map<String, ?> settings,
            List<String> clients,
            List<String> realmRoles,
            Map<String, List<String>> clientRoles) {
        Map<String, Object> remembered = new HashMap<>(attributes());
        writeSettings(settings);
        clients(clients);
        roles("", realmRoles);
        for (Map<String, Object> client : realm.list("/clients")) {
            roles("/clients/" + client.get("id"), clientRoles.getOrDefault(client.get("clientId"), List.of()));
        }
        if (remembers) {
            if (settings.get("attributes") instanceof Map<?, ?> named) {
                named.forEach((name, value) -> remembered.put((String) name, value));
            }
            remembered.put(STATE + "clients-0", json(clients));
            remembered.put(STATE + "roles-realm-0", json(realmRoles));
            annotate(remembered);
        }
        annotate(Map.of(CHECKSUM, Integer.toHexString(settings.hashCode())));
    }

    /** The components that are not in the file, by their names; subcomponents go with them. */
    void components(Collection<String> kept) {
        for (Map<String, Object> component :
                realm.list("/components?parent=" + realm.read().get("id"))) {
            if (!remembers && !kept.contains(component.get("name"))) {
                realm.call(Method.DELETE, "/components/" + component.get("id"), null);
            }
        }
    }

    private void writeSettings(Map<String, ?> settings) {
        Map<String, Object> known = realm.read();
        Map<String, Object> body = new HashMap<>(settings);
        body.put("realm", known.get("realm"));
        body.putIfAbsent("eventsEnabled", known.get("eventsEnabled"));
        body.putIfAbsent("eventsExpiration", known.get("eventsExpiration"));
        if (body.containsKey("attributes")) {
            Map<String, Object> attributes = new HashMap<>();
            ((Map<?, ?>) body.get("attributes")).forEach((name, value) -> attributes.put((String) name, value));
            attributes().forEach((name, value) -> {
                if (name.startsWith("de.adorsys.keycloak.config")) {
                    attributes.put(name, value);
                }
            });
            body.put("attributes", attributes);
        }
        realm.update(body);
        Map<String, Object> otp = realm.read();
        realm.update(otp);
    }

    private void clients(List<String> clients) {
        Set<String> state = state("clients-0");
        for (Map<String, Object> client : realm.list("/clients")) {
            String id = (String) client.get("clientId");
            boolean keycloaks = ("${client_" + id + "}").equals(client.get("name"));
            if (!keycloaks && !clients.contains(id) && (!remembers || state.contains(id))) {
                realm.call(Method.DELETE, "/clients/" + client.get("id"), null);
            }
        }
        for (String client : clients) {
            if (realm.client(client) == null) {
                realm.call(Method.POST, "/clients", Map.of("clientId", client, "enabled", true));
            }
        }
    }

    private void roles(String of, List<String> wanted) {
        Set<String> state = state("roles-realm-0");
        for (Map<String, Object> role : realm.list(of + "/roles")) {
            String name = (String) role.get("name");
            String description = String.valueOf(role.get("description"));
            boolean keycloaks = name.startsWith("default-roles-") || description.startsWith("${role_");
            if (!keycloaks && !wanted.contains(name) && (!remembers || of.isEmpty() && state.contains(name))) {
                realm.call(Method.DELETE, of + "/roles/" + name, null);
            }
        }
        Set<Object> known =
                realm.list(of + "/roles").stream().map(role -> role.get("name")).collect(Collectors.toSet());
        for (String name : wanted) {
            if (!known.contains(name)) {
                realm.call(Method.POST, of + "/roles", Map.of("name", name));
            }
        }
    }

    /** Reads the whole realm, adds attributes, and writes it. */
    private void annotate(Map<String, ?> added) {
        Map<String, Object> whole = new HashMap<>(realm.read());
        Map<String, Object> attributes = new HashMap<>(attributes());
        attributes.putAll(added);
        whole.put("attributes", attributes);
        realm.update(whole);
    }

    private Map<String, Object> attributes() {
        return realm.call(Method.GET, "", null).jsonPath().getMap("attributes");
    }

    private Set<String> state(String name) {
        Object state = attributes().get(STATE + name);
        return state == null
                ? Set.of()
                : Stream.of(state.toString().replaceAll("[\\[\\]\" ]", "").split(","))
                        .collect(Collectors.toSet());
    }

    private static String json(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
