/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Ids that follow from what they name. A contact's id stays the same while the contact moves between Keycloak's email
 * field and our table, and nothing has to remember it.
 */
final class ContactIds {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ContactIds() {}

    /** A UUID of version 8, the version for ids by one's own rule. */
    static String of(RealmModel realm, UserModel user, ContactType type, String value) {
        ByteBuffer hash = ByteBuffer.wrap(Digest.sha256("contact", realm.getId(), user.getId(), type.name(), value));
        long high = hash.getLong() & ~0xF000L | VERSION_8;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | VARIANT;
        return new UUID(high, low).toString();
    }

    static String verifiedKey(RealmModel realm, ContactType type, String value) {
        return Digest.hex("verified", realm.getId(), type.name(), value);
    }

    static String primaryKey(RealmModel realm, UserModel user, ContactType type) {
        return Digest.hex("primary", realm.getId(), user.getId(), type.name());
    }
}
