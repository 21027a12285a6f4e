/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;

/**
 * Tells of a code that is on its way.
 *
 * @param emailMasked where to
 */
public record MailedCode(String emailMasked, Instant codeExpiresAt) implements ApiResponse {}
