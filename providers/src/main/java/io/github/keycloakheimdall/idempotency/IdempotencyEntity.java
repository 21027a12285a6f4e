/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of HEIMDALL_IDEMPOTENCY: a request that was carried out, and what it was answered. */
@Entity
@Table(name = "HEIMDALL_IDEMPOTENCY")
public class IdempotencyEntity {

    /** A digest of realm, operation, caller and key. */
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "BODY_HASH")
    String bodyHash;

    /** Encrypted: it may hold a secret that is shown once. Comes later in the transaction that makes the row. */
    @Column(name = "ANSWER")
    String answer;

    /** Milliseconds since the epoch. */
    @Column(name = "CREATED_AT")
    long createdAt;
}
