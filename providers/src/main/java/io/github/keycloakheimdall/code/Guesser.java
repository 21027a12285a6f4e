/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.allowance.AddressScope;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Whose wrong codes are counted together.
 *
 * @param pool names the allowance that all of that kind share
 * @param own what this one is put up with, or null where that is not counted
 * @param fewest so many codes at least weigh a wrong one in the pool
 */
record Guesser(String pool, @Nullable Own own, long fewest) {

    /**
     * How much one guesser is put up with.
     *
     * @param scope names the allowance
     * @param cost what a wrong code takes of it
     */
    record Own(String scope, Allowance allowance, double cost) {}

    static final String ACCOUNT = "account ";

    private static final String STRANGERS = "*";
    private static final String BACKEND = "backend";
    private static final String USERS = "users";
    private static final int HASH_LENGTH = 32;

    /** The pools there are. */
    static final List<String> POOLS = List.of(STRANGERS, BACKEND, USERS);

    /**
     * Who sends the request: the app's backend, which has one address for all its users; or who is signed in, whose
     * codes can only be right for their own addresses; or a stranger.
     *
     * @param holder who is signed in, or null
     */
    static Guesser of(KeycloakSession session, @Nullable UserModel holder) {
        if (holder != null) {
            String account = ACCOUNT + Digest.hex("guesses", holder.getId()).substring(0, HASH_LENGTH);
            return new Guesser(USERS, new Own(account, Allowance.OF_ACCOUNT, Allowance.ACCOUNT_COST), 1);
        }
        return Callers.backendIfAny(session).isPresent()
                ? new Guesser(BACKEND, null, Allowance.FEWEST_OUTSTANDING)
                : new Guesser(
                        STRANGERS,
                        new Own(AddressScope.of(session), Allowance.OF_ADDRESS, Allowance.ADDRESS_COST),
                        Allowance.FEWEST_OUTSTANDING);
    }
}
