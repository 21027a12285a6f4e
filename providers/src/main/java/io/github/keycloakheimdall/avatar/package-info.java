/* SPDX-License-Identifier: Apache-2.0 */
/** Service: the pictures that users have of themselves. */
@NullMarked
package io.github.keycloakheimdall.avatar;

import org.jspecify.annotations.NullMarked;
