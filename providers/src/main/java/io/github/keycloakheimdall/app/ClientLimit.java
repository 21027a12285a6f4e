/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/**
 * A limit that a realm has for what its clients have in a session. A client that has one of its own is free of it, so
 * the app's client gets as much as a session may last, which is the most that Keycloak lets a client be saved with.
 * What an admin sets there stands.
 *
 * @param attribute the client's own
 * @param ofClients what the realm says of its clients; not positive where it says nothing
 * @param ofSessions how long a session may last
 */
record ClientLimit(String attribute, ToIntFunction<RealmModel> ofClients, ToIntFunction<RealmModel> ofSessions) {

    private static final List<ClientLimit> ALL = List.of(
            new ClientLimit(
                    OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT,
                    RealmModel::getClientSessionIdleTimeout,
                    realm -> longest(
                            realm, realm.getSsoSessionIdleTimeout(), realm.getSsoSessionIdleTimeoutRememberMe())),
            new ClientLimit(
                    OIDCConfigAttributes.CLIENT_SESSION_MAX_LIFESPAN,
                    RealmModel::getClientSessionMaxLifespan,
                    realm -> longest(
                            realm, realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe())));

    /** What Keycloak takes for a limit; anything else it ignores. */
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,8}");

    static boolean allLifted(RealmModel realm, ClientModel client) {
        return ALL.stream().allMatch(limit -> limit.isLifted(realm, client));
    }

    static void liftAll(RealmModel realm, ClientModel client) {
        ALL.forEach(limit -> limit.lift(realm, client));
    }

    /** The shortest that an admin set on the client, in seconds. */
    static OptionalInt shortestOfAdmins(ClientModel client) {
        return ALL.stream()
                .filter(limit -> !limit.isOurs(client))
                .map(limit -> limit.valueOf(client))
                .filter(SECONDS.asMatchPredicate())
                .mapToInt(Integer::parseInt)
                .min();
    }

    private boolean isLifted(RealmModel realm, ClientModel client) {
        return !isOurs(client) || Objects.equals(wanted(realm), valueOf(client));
    }

    private void lift(RealmModel realm, ClientModel client) {
        if (isLifted(realm, client)) {
            return;
        }
        String wanted = wanted(realm);
        if (wanted == null) {
            client.removeAttribute(attribute);
            client.removeAttribute(mark());
        } else {
            client.setAttribute(attribute, wanted);
            client.setAttribute(mark(), wanted);
        }
    }

    /** Tells what was set here from what an admin set. */
    private boolean isOurs(ClientModel client) {
        String value = valueOf(client);
        return value == null || value.equals(client.getAttribute(mark()));
    }

    private @Nullable String wanted(RealmModel realm) {
        return ofClients.applyAsInt(realm) > 0 ? String.valueOf(ofSessions.applyAsInt(realm)) : null;
    }

    private @Nullable String valueOf(ClientModel client) {
        String value = client.getAttribute(attribute);
        return value == null || value.isBlank() ? null : value;
    }

    private String mark() {
        return "heimdall." + attribute;
    }

    private static int longest(RealmModel realm, int ordinary, int remembered) {
        return realm.isRememberMe() ? Math.max(ordinary, remembered) : ordinary;
    }
}
