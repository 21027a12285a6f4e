/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.user.EmailVerification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Finds contacts. The primary email is Keycloak's own field and nothing else, so an edit anywhere shows here; the other
 * contacts are rows of a table.
 */
public final class Contacts {

    /** Of the accounts that claim one address without having verified it, how many are looked at. */
    private static final int CLAIMS = 20;

    private final KeycloakSession session;
    private final App app;
    private final ContactRows rows;

    public Contacts(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
        this.rows = new ContactRows(session, app.realm());
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
        Instant created = user.getCreatedTimestamp() == null
                ? Instant.EPOCH
                : Instant.ofEpochSecond(user.getCreatedTimestamp() / 1000);
        return Optional.of(new Contact(
                ContactIds.of(app.realm(), user, ContactType.EMAIL, email),
                ContactType.EMAIL,
                email,
                true,
                EmailVerification.at(session, user),
                created));
    }

    /** Who proved to own that contact; there is one at most. */
    public Optional<OwnedContact> verified(ContactType type, String value) {
        return verified(primary(type, value), type, value);
    }

    /** The oldest claim to a contact that nobody verified; a primary email comes first. */
    public Optional<OwnedContact> unverified(ContactType type, String value) {
        Optional<OwnedContact> primary = primary(type, value);
        if (verified(primary, type, value).isPresent()) {
            return Optional.empty();
        }
        return primary.isPresent()
                ? primary
                : rows.withValue(type, value, CLAIMS).stream()
                        .flatMap(row -> owned(row).stream())
                        .findFirst();
    }

    private Optional<OwnedContact> verified(Optional<OwnedContact> primary, ContactType type, String value) {
        return primary.filter(owned -> owned.contact().verified())
                .or(() -> rows.verified(type, value).flatMap(this::owned).filter(owned -> owned.contact()
                        .verified()));
    }

    /** Keycloak's field wins: an address that it has as another account's verified email is not verified here as well. */
    private Contact current(UserModel user, ContactEntity row) {
        Contact contact = row.toContact();
        boolean lost = contact.verified()
                && primary(contact.type(), contact.value())
                        .filter(owner -> !owner.user().getId().equals(user.getId()))
                        .filter(owner -> owner.contact().verified())
                        .isPresent();
        return lost ? contact.unverified() : contact;
    }

    private Optional<OwnedContact> primary(ContactType type, String value) {
        UserModel user = type == ContactType.EMAIL ? session.users().getUserByEmail(app.realm(), value) : null;
        return user == null ? Optional.empty() : primaryEmail(user).map(contact -> new OwnedContact(user, contact));
    }

    private Optional<OwnedContact> owned(ContactEntity row) {
        UserModel user = session.users().getUserById(app.realm(), row.userId);
        return user == null ? Optional.empty() : find(user, row.id).map(contact -> new OwnedContact(user, contact));
    }
}
