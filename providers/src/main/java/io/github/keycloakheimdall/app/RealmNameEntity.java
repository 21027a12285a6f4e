/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of HEIMDALL_REALM_NAME: a name that an app's realm has or had. The time when the realm was seen to have another
 * one is milliseconds since the epoch.
 */
@Entity
@Table(name = "HEIMDALL_REALM_NAME")
public class RealmNameEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "NAME")
    String name;

    /** Null for the name that the realm has. */
    @Column(name = "RENAMED_AT")
    @Nullable
    Long renamedAt;
}
