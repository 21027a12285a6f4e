/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: who sends a request, what they may do, and the gate that asks. */
@NullMarked
package io.github.keycloakheimdall.caller;

import org.jspecify.annotations.NullMarked;
