/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.realm.RealmSecret;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.DatabaseOutage;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Makes codes and takes them back. Six digits, kept as a keyed hash; each works once and the newest alone works. */
final class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int DRAWS = 8;
    private static final int TRIES = 5;

    private final KeycloakSession session;
    private final App app;
    private final CodePurpose purpose;

    Codes(App app, CodePurpose purpose) {
        this.session = app.session();
        this.app = app;
        this.purpose = purpose;
    }

    /** Makes a code, committed when this returns; the one before it in its slot dies. */
    IssuedCode mint(UserModel user, Contact contact, String slot) {
        CodeEntity row = row(user.getId(), contact.id(), slot);
        row.contactType = contact.type();
        row.contactValue = contact.value();
        row.expiresAt = Clock.seconds() + (long) app.config().codeTtl();
        return mint(row);
    }

    /**
     * Writes what making a code writes, so that the answer's time tells nothing. The code was over before it was made;
     * the next one that is made removes it.
     *
     * @return what a code would have been that somebody gets: no code, and when it would have been over
     */
    IssuedCode mintNone() {
        String nobody = KeycloakModelUtils.generateId();
        mint(row(nobody, nobody, nobody));
        return new IssuedCode(
                null,
                Instant.ofEpochSecond(Clock.seconds() + (long) app.config().codeTtl()));
    }

    /**
     * Uses a code up, as part of the request's transaction: a request that fails after this leaves the code as it was.
     *
     * @param typed the code, with spaces in it or not
     * @param holder who is signed in, for whom a code for none of their contacts is wrong; or null
     * @throws ApiException 410 for a code that is wrong, used, replaced or expired, 429 after too many wrong ones
     */
    CodeEntity redeem(String typed, @Nullable UserModel holder) {
        String code = TypedCode.plain(typed);
        if (!SIX_DIGITS.matcher(code).matches()) {
            throw gone();
        }
        String hash = hash(code);
        List<Contact> own = holder == null ? null : new Contacts(app).of(holder);
        String id = new GuessGuard(session, app.realm(), purpose, holder)
                .attempt(
                        database -> new CodeTable(database, app.realm(), purpose).find(hash, own),
                        database -> new CodeTable(database, app.realm(), purpose).count(own));
        CodeEntity taken = id == null ? null : new CodeTable(session, app.realm(), purpose).take(id);
        if (taken == null) {
            throw gone();
        }
        return taken;
    }

    static ApiException gone() {
        return ApiException.gone("The code is wrong, used or expired");
    }

    private IssuedCode mint(CodeEntity row) {
        for (int tried = 1; ; tried++) {
            try {
                return mintOnce(row);
            } catch (ModelException | PersistenceException sameCodeOrSlotAtTheSameTime) {
                if (tried == TRIES || DatabaseOutage.isCauseOf(sameCodeOrSlotAtTheSameTime)) {
                    throw sameCodeOrSlotAtTheSameTime;
                }
            }
        }
    }

    private static CodeEntity row(String userId, String contactId, String slot) {
        CodeEntity row = new CodeEntity();
        row.userId = userId;
        row.contactId = contactId;
        row.slot = slot;
        return row;
    }

    private IssuedCode mintOnce(CodeEntity row) {
        row.id = KeycloakModelUtils.generateId();
        String[] code = new String[1];
        OwnTransaction.run(session, own -> {
            CodeTable table = new CodeTable(own, app.realm(), purpose);
            code[0] = drawFree(table);
            row.hash = hash(code[0]);
            table.put(row);
        });
        return new IssuedCode(code[0], Instant.ofEpochSecond(row.expiresAt));
    }

    /** With one code in a hundred taken, all draws fail once in 10^16. */
    private String drawFree(CodeTable table) {
        List<String> drawn = Stream.generate(() -> String.format("%06d", RANDOM.nextInt(1_000_000)))
                .limit(DRAWS)
                .toList();
        Set<String> taken = table.taken(drawn.stream().map(this::hash).toList());
        return drawn.stream()
                .filter(code -> !taken.contains(hash(code)))
                .findFirst()
                .orElseThrow(() -> TryLater.unavailable("Too many codes are outstanding", "CODES_EXHAUSTED"));
    }

    private String hash(String code) {
        return new RealmSecret(session).hash("code:" + purpose, code);
    }
}
