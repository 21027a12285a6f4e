/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.ContactType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_CODE: a code that was neither used nor replaced. Times are seconds since the epoch. Type
 * and value of the contact are null in rows that an older release made, and in those of no code. */
@Entity
@Table(name = "HEIMDALL_CODE")
public class CodeEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "CONTACT_ID")
    String contactId;

    @Enumerated(EnumType.STRING)
    @Column(name = "CONTACT_TYPE")
    @Nullable
    ContactType contactType;

    @Column(name = "CONTACT_VALUE")
    @Nullable
    String contactValue;

    @Enumerated(EnumType.STRING)
    @Column(name = "PURPOSE")
    CodePurpose purpose;

    @Column(name = "SLOT")
    String slot;

    @Column(name = "CODE_HASH")
    String hash;

    @Column(name = "EXPIRES_AT")
    long expiresAt;

    /**
     * Whether the code was made for that address, of whichever account; by an older release, for that account's own.
     */
    boolean isFor(Contact contact) {
        return contactType == null
                ? contact.id().equals(contactId)
                : contact.type() == contactType && contact.value().equals(contactValue);
    }
}
