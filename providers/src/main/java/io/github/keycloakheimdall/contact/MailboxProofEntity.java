/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of HEIMDALL_MAILBOX_PROOF: a contact that was verified by someone who did not show to hold its account as well.
 * The time is seconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_MAILBOX_PROOF")
public class MailboxProofEntity {

    @Id
    @Column(name = "CONTACT_ID")
    String contactId;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "PROVEN_AT")
    long provenAt;
}
