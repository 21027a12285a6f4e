/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: a request that is sent twice with the same key is carried out once. */
@NullMarked
package io.github.keycloakheimdall.idempotency;

import org.jspecify.annotations.NullMarked;
