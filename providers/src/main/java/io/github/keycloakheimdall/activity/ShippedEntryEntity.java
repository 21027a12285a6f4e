/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of HEIMDALL_AUDIT_SHIPPED: an entry of an audit log that was taken a while ago. An entry that is older than
 * others may be committed after them, so that a time alone does not tell what was shipped.
 */
@Entity
@Table(name = "HEIMDALL_AUDIT_SHIPPED")
public class ShippedEntryEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    /** The entry's, in milliseconds since the epoch. */
    @Column(name = "HAPPENED_AT")
    long happenedAt;
}
