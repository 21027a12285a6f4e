/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.allowance.AddressScope;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Whose wrong codes are counted together.
 *
 * @param pool names the allowance that all of that kind share
 * @param scope names the allowance of this one, or null where there is none
 * @param allowance how much this one is put up with
 * @param cost what a wrong code takes of that
 * @param fewest so many codes at least weigh a wrong one in the pool
 */
record Guesser(String pool, String scope, Allowance allowance, double cost, long fewest) {

    static final String ACCOUNT = "account ";

    private static final String STRANGERS = "*";
    private static final String BACKEND = "backend";
    private static final String PEOPLE = "people";
    private static final int HASH_LENGTH = 32;

    /** The pools there are. */
    static final List<String> POOLS = List.of(STRANGERS, BACKEND, PEOPLE);

    /**
     * Who sends the request: the app's backend, which has one address for all its users; or who is signed in, whose
     * codes can only be right for their own addresses; or a stranger.
     *
     * @param holder who is signed in, or null
     */
    static Guesser of(KeycloakSession session, UserModel holder) {
        if (holder != null) {
            String account = ACCOUNT + Digest.hex("guesses", holder.getId()).substring(0, HASH_LENGTH);
            return new Guesser(PEOPLE, account, Allowance.OF_ACCOUNT, Allowance.ACCOUNT_COST, 1);
        }
        return Callers.backendIfAny(session).isPresent()
                ? new Guesser(BACKEND, null, null, 0, Allowance.FEWEST_OUTSTANDING)
                : new Guesser(
                        STRANGERS,
                        AddressScope.of(session),
                        Allowance.OF_ADDRESS,
                        Allowance.ADDRESS_COST,
                        Allowance.FEWEST_OUTSTANDING);
    }
}
