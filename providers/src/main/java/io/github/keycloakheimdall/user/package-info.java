/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: the users of an app, as far as the caller may see or change them, and new ones. */
@NullMarked
package io.github.keycloakheimdall.user;

import org.jspecify.annotations.NullMarked;
