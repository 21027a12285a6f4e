/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Caller: how long ago someone has to have proved who they are, for what should not be done by a token that was left
 * lying about.
 */
@NullMarked
package io.github.keycloakheimdall.freshness;

import org.jspecify.annotations.NullMarked;
