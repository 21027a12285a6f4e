/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

/**
 * A field of a request and why it was refused.
 *
 * @param field its path within the body, or the name of a parameter
 * @param code for programs
 * @param reason in English, for whoever reads it
 */
public record FieldError(String field, FieldFault code, String reason) {}
