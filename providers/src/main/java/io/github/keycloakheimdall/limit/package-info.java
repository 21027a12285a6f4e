/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: how often one may call, and the gate that counts. */
@NullMarked
package io.github.keycloakheimdall.limit;

import org.jspecify.annotations.NullMarked;
