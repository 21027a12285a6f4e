/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: annotations that say what a field of a request may be. */
@NullMarked
package io.github.keycloakheimdall.constraint;

import org.jspecify.annotations.NullMarked;
