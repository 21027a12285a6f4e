/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: how messages are sent to servers of others: which may be called, signed by what, tried when. */
@NullMarked
package io.github.keycloakheimdall.outbound;

import org.jspecify.annotations.NullMarked;
