/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.keycloak.runtime.Notes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Enrolments that wait for their confirmation, for fifteen minutes, one a user. They are no credentials yet, so neither
 * this API nor Keycloak's page asks for them.
 */
final class PendingFactors {

    static final int LIFESPAN_SECONDS = 15 * 60;
    private static final String PREFIX = "heimdall.enrolment:";
    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final String CONTACT = "contact";
    private static final String LABEL = "label";
    private static final String CREATED = "created";

    private final KeycloakSession session;
    private final String key;

    PendingFactors(KeycloakSession session, UserModel user) {
        this.session = session;
        this.key = PREFIX + user.getId();
    }

    /**
     * A factor to be.
     *
     * @param secret in Base32; null of a factor by mail
     * @param contactId where its codes go; null of an authenticator app
     * @param label what its owner calls it, or null
     */
    record Pending(
            String id,
            @Nullable String secret,
            @Nullable String contactId,
            @Nullable String label,
            Instant created) {

        boolean isByMail() {
            return contactId != null;
        }

        Factor factor() {
            return new Factor(id, (isByMail() ? FactorKind.EMAIL : FactorKind.TOTP).amr(), label, false, created, null);
        }
    }

    /** Keeps it in place of the one before. */
    void put(Pending pending) {
        Map<String, String> notes = new HashMap<>();
        notes.put(ID, pending.id());
        if (pending.isByMail()) {
            notes.put(CONTACT, pending.contactId());
        } else {
            notes.put(SECRET, pending.secret());
        }
        notes.put(CREATED, pending.created().toString());
        if (pending.label() != null) {
            notes.put(LABEL, pending.label());
        }
        session.singleUseObjects().put(key, LIFESPAN_SECONDS, notes);
    }

    Optional<Pending> find() {
        return Optional.ofNullable(session.singleUseObjects().get(key))
                .map(notes -> new Pending(
                        Notes.require(notes, ID),
                        notes.get(SECRET),
                        notes.get(CONTACT),
                        notes.get(LABEL),
                        Instant.parse(Notes.require(notes, CREATED))));
    }

    /** Ends the enrolment; false when another request ended it first. */
    boolean remove() {
        return session.singleUseObjects().remove(key) != null;
    }
}
