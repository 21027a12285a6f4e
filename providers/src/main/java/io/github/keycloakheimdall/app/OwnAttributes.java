/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.MailServer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** The realm attributes of this API: the toggles, and what it keeps beside them. */
public final class OwnAttributes {

    /** The templates of mails that the app does not want. */
    public static final String CLEARED_TEMPLATES = "heimdall.cleared_templates";

    /** When the settings of mails were changed last. */
    public static final String NOTIFICATIONS_UPDATED_AT = "heimdall.notifications_updated_at";

    static final String PREFIX = "heimdall.";

    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(CLEARED_TEMPLATES, NOTIFICATIONS_UPDATED_AT, MailServer.CLEARED_SENDER),
                    Arrays.stream(Toggle.values()).map(Toggle::attribute))
            .collect(Collectors.toUnmodifiableSet());

    private OwnAttributes() {}

    /** The names of attributes that look like this API's and are not, in order: slips, or of another version. */
    public static Stream<String> unknownIn(RealmModel realm) {
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .sorted();
    }
}
