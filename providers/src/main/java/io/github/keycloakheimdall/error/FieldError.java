/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

/** A field of the request body and why it was refused. */
public record FieldError(String field, String reason) {}
