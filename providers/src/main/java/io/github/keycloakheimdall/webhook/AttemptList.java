/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sent last, the newest first: a bare list, as the contract had it first. */
@Schema(name = "AttemptEntryList", type = SchemaType.ARRAY, implementation = AttemptEntry.class)
record AttemptList(@JsonValue List<AttemptEntry> rows) implements AttemptListOrPage {}
