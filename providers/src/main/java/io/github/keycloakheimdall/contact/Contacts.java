/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.user.CreatedAt;
import io.github.keycloakheimdall.keycloak.user.EmailHolders;
import io.github.keycloakheimdall.user.EmailVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds contacts. The primary email is Keycloak's own field and nothing else, so an edit anywhere shows here; the other
 * contacts are rows of a table.
 */
public final class Contacts {

    /** Of the accounts that claim one address without having verified it, how many are looked at. */
    private static final int CLAIMS = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ContactRows rows;

    public Contacts(App app) {
        this(app.session(), app.realm());
    }

    Contacts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.rows = new ContactRows(session, realm);
    }

    /** The user's contacts, the primary email first. */
    public List<Contact> of(UserModel user) {
        List<Contact> all = new ArrayList<>();
        primaryEmail(user).ifPresent(all::add);
        rows.of(user).stream()
                .filter(row -> all.stream().noneMatch(each -> each.id().equals(row.id)))
                .map(row -> current(user, row))
                .forEach(all::add);
        return all;
    }

    /** The user's contact of that id. */
    public Optional<Contact> find(UserModel user, String id) {
        return of(user).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Keycloak's email of the user. */
    public Optional<Contact> primaryEmail(UserModel user) {
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            return Optional.empty();
        }
        String email = user.getEmail().toLowerCase(Locale.ROOT);
        return Optional.of(new Contact(
                ContactIds.of(realm, user, ContactType.EMAIL, email),
                ContactType.EMAIL,
                email,
                true,
                EmailVerification.at(session, user),
                CreatedAt.of(user)));
    }

    /** Who proved to own that contact; there is one at most. An address that two accounts verified is nobody's. */
    public Optional<OwnedContact> verified(ContactType type, String value) {
        return verified(primaries(type, value), type, value);
    }

    /**
     * Who claims a contact that nobody verified: those whose primary email it is, then the others, the oldest first;
     * not more than may come into question for a code.
     */
    public List<OwnedContact> claims(ContactType type, String value) {
        return claims(type, value, CLAIMS);
    }

    /** The same, all of them. */
    List<OwnedContact> allClaims(ContactType type, String value) {
        return claims(type, value, Integer.MAX_VALUE);
    }

    private List<OwnedContact> claims(ContactType type, String value, int most) {
        List<OwnedContact> primaries = primaries(type, value);
        if (primaries.stream().anyMatch(owned -> owned.contact().verified())
                || verified(primaries, type, value).isPresent()) {
            return List.of();
        }
        List<OwnedContact> claims = new ArrayList<>(primaries);
        rows.withValue(type, value, most).stream()
                .flatMap(row -> owned(row).stream())
                .filter(owned -> !claims.contains(owned))
                .forEach(claims::add);
        return claims;
    }

    /** The accounts whose primary email that is, whether they verified it or not. */
    List<OwnedContact> primaries(ContactType type, String value) {
        if (type != ContactType.EMAIL) {
            return List.of();
        }
        return new EmailHolders(session, realm)
                .of(value)
                .flatMap(user -> primaryEmail(user).map(contact -> new OwnedContact(user, contact)).stream())
                .filter(owned -> owned.contact().value().equals(value))
                .toList();
    }

    private Optional<OwnedContact> verified(List<OwnedContact> primaries, ContactType type, String value) {
        List<OwnedContact> holders =
                primaries.stream().filter(owned -> owned.contact().verified()).toList();
        if (!holders.isEmpty()) {
            return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
        }
        return rows.verified(type, value).flatMap(this::owned).filter(owned -> owned.contact()
                .verified());
    }

    /**
     * Keycloak's field wins: an address that it has as another account's verified email is not verified here as well.
     */
    private Contact current(UserModel user, ContactEntity row) {
        Contact contact = row.toContact();
        boolean lost = contact.verified()
                && primaries(contact.type(), contact.value()).stream()
                        .filter(owner -> !owner.user().getId().equals(user.getId()))
                        .anyMatch(owner -> owner.contact().verified());
        return lost ? contact.unverified() : contact;
    }

    private Optional<OwnedContact> owned(ContactEntity row) {
        UserModel user = session.users().getUserById(realm, row.userId);
        return user == null ? Optional.empty() : find(user, row.id).map(contact -> new OwnedContact(user, contact));
    }
}
