/* SPDX-License-Identifier: Apache-2.0 */
/** Model: the tokens of an app: what stands in them, how they are signed and read. */
@NullMarked
package io.github.keycloakheimdall.token;

import org.jspecify.annotations.NullMarked;
