/* SPDX-License-Identifier: Apache-2.0 */
/** Model: the role that a user has in an app, and what it holds. */
@NullMarked
package io.github.keycloakheimdall.role;

import org.jspecify.annotations.NullMarked;
