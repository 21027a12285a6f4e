/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an upload looks like, for the document; it is read part by part. */
record AvatarForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                required = true,
                description = "PNG, JPEG or WEBP, 2 MB at most.")
        byte[] file) {

    static final String FILE = "file";
}
