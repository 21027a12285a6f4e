/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: the extension's own tables, and who takes their rows away. */
@NullMarked
package io.github.keycloakheimdall.table;

import org.jspecify.annotations.NullMarked;
