/* SPDX-License-Identifier: Apache-2.0 */
/** Model: the second factors that a user has, and how a code of one is checked. */
@NullMarked
package io.github.keycloakheimdall.factor;

import org.jspecify.annotations.NullMarked;
