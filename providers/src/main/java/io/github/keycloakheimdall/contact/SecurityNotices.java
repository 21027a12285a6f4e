/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.UserAgent;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import io.github.keycloakheimdall.mail.SecurityChange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Tells the owner of an account by mail what was changed, where the app sends mail. Every email that the account had
 * verified when this was made is told, so whoever adds an address or makes it the primary one keeps nobody from hearing
 * of it. A mail holds nothing that a caller wrote: it would be a message of theirs in the app's name.
 */
public final class SecurityNotices {

    private static final String HIDDEN = "***";
    private static final int DIGITS_SHOWN = 2;

    private final Outbox outbox;
    private final Locale locale;
    private final List<String> addresses;
    private final @Nullable String from;

    private SecurityNotices(App app, UserModel user, @Nullable String from) {
        this.outbox = new Outbox(app);
        this.locale = outbox.open() ? outbox.localeOf(user) : Locale.ROOT;
        this.addresses = outbox.open()
                ? new Contacts(app)
                        .of(user).stream()
                                .filter(contact -> contact.type() == ContactType.EMAIL && contact.verified())
                                .map(Contact::value)
                                .toList()
                : List.of();
        this.from = from;
    }

    /** For changes that are made with the account's own bearer, or with a code that was sent to it. */
    public static SecurityNotices ofOwner(App app, UserModel user) {
        KeycloakSession session = app.session();
        String address = session.getContext().getConnection().getRemoteHost();
        return new SecurityNotices(
                app,
                user,
                UserAgent.inShort(session).map(agent -> address + ", " + agent).orElse(address));
    }

    /** For changes that an admin, a machine client or a backend makes, whose address is not the owner's business. */
    public static SecurityNotices ofOthers(App app, UserModel user) {
        return new SecurityNotices(app, user, null);
    }

    /** Tells of a change once the request committed. */
    public void tell(SecurityChange change) {
        tell(change, "");
    }

    /** Tells of a change of a contact once the request committed; the mail shows the contact in part. */
    public void tell(SecurityChange change, Contact contact) {
        tell(change, masked(contact));
    }

    private void tell(SecurityChange change, String what) {
        if (addresses.isEmpty()) {
            return;
        }
        Map<String, Object> values = new HashMap<>(Map.of("change", change.messageKey(), "what", what, "time", time()));
        if (from != null) {
            values.put("from", from);
        }
        addresses.forEach(address ->
                outbox.sendAfterCommit(outbox.compose(MailKind.SECURITY_NOTICE, address, locale, null, values)));
    }

    private String time() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.ofEpochMilli(Clock.millis()))
                + " UTC";
    }

    private static String masked(Contact contact) {
        String value = contact.value();
        if (contact.type() == ContactType.PHONE) {
            return HIDDEN + value.substring(value.length() - DIGITS_SHOWN);
        }
        String domain = value.substring(value.lastIndexOf('@') + 1);
        return value.charAt(0)
                + HIDDEN
                + '@'
                + domain.charAt(0)
                + HIDDEN
                + domain.substring(Math.max(domain.lastIndexOf('.'), 1));
    }
}
