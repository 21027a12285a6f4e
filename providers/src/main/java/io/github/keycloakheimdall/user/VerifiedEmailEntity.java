/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of HEIMDALL_VERIFIED_EMAIL: since when a user's email counts as verified. The time is seconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_VERIFIED_EMAIL")
public class VerifiedEmailEntity {

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID")
    String realmId;

    /** Which email, as a hash: another one that Keycloak gets elsewhere has a time of its own. */
    @Column(name = "EMAIL_KEY")
    String emailKey;

    @Column(name = "VERIFIED_AT")
    long verifiedAt;
}
