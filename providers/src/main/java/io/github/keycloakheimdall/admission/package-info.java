/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Caller: what keeps someone out whatever they proved who they are by, what else is asked, and how the session starts.
 */
@NullMarked
package io.github.keycloakheimdall.admission;

import org.jspecify.annotations.NullMarked;
