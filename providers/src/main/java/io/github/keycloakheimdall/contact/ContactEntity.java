/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_CONTACT: every contact but the primary email. Times are seconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_CONTACT")
public class ContactEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "USER_ID")
    String userId;

    @Enumerated(EnumType.STRING)
    @Column(name = "TYPE")
    ContactType type;

    @Column(name = "CONTACT_VALUE")
    String value;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "VERIFIED_AT")
    @Nullable
    Long verifiedAt;

    @Column(name = "VERIFIED_KEY")
    @Nullable
    String verifiedKey;

    @Column(name = "PRIMARY_KEY_OF")
    @Nullable
    String primaryKey;

    Contact toContact() {
        return new Contact(
                id,
                type,
                value,
                primaryKey != null,
                verifiedAt == null ? null : Instant.ofEpochSecond(verifiedAt),
                Instant.ofEpochSecond(createdAt));
    }
}
