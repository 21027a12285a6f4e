/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Doors: where requests come in, which routes there are behind each door, and what the server calls when it starts.
 */
@NullMarked
package io.github.keycloakheimdall;

import org.jspecify.annotations.NullMarked;
