/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import io.github.keycloakheimdall.table.Times;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row of HEIMDALL_API_KEY. Times are milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_API_KEY")
public class ApiKeyEntity {

    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "NAME")
    String name;

    @Column(name = "KEY_PREFIX")
    String keyPrefix;

    @Column(name = "KEY_HASH")
    String keyHash;

    @Column(name = "CREATED_BY")
    @Nullable
    String createdBy;

    @Column(name = "CREATED_AT")
    long createdAt;

    @Column(name = "EXPIRES_AT")
    @Nullable
    Long expiresAt;

    @Column(name = "LAST_USED_AT")
    @Nullable
    Long lastUsedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "HEIMDALL_API_KEY_PERMISSION", joinColumns = @JoinColumn(name = "API_KEY_ID"))
    @Column(name = "PERMISSION")
    Set<String> permissions = new HashSet<>();

    ApiKey toApiKey() {
        return new ApiKey(
                id,
                name,
                keyPrefix,
                new TreeSet<>(permissions),
                createdBy,
                Instant.ofEpochMilli(createdAt),
                Times.instant(expiresAt),
                Times.instant(lastUsedAt));
    }
}
