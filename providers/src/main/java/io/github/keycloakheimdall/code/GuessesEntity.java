/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of HEIMDALL_CODE_GUESSES: how much of its allowance of wrong codes somebody used up. */
@Entity
@Table(name = "HEIMDALL_CODE_GUESSES")
@IdClass(GuessesEntity.Key.class)
public class GuessesEntity {

    /** Whose allowance it is. */
    public record Key(String realmId, String scope) implements Serializable {}

    @Id
    @Column(name = "REALM_ID")
    String realmId;

    /** The codes' purpose and whose allowance it is: that of an address, of all strangers, or of the app's backend. */
    @Id
    @Column(name = "SCOPE")
    String scope;

    @Column(name = "USED")
    double used;

    /** Milliseconds since the epoch. */
    @Column(name = "UPDATED_AT")
    long updatedAt;
}
