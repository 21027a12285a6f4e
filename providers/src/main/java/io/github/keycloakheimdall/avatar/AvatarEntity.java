/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of HEIMDALL_AVATAR: the picture that a user has of themselves. The time is milliseconds since the epoch. */
@Entity
@Table(name = "HEIMDALL_AVATAR")
public class AvatarEntity {

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID")
    String realmId;

    @Column(name = "MEDIA_TYPE")
    String mediaType;

    @Column(name = "PICTURE", length = Picture.MAX_BYTES)
    byte[] picture;

    @Column(name = "UPDATED_AT")
    long updatedAt;
}
