/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: how much someone may do in a time, counted on one node. */
@NullMarked
package io.github.keycloakheimdall.allowance;

import org.jspecify.annotations.NullMarked;
