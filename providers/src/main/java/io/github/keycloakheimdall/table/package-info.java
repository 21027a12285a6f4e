/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: the extension's own tables, and who takes their rows away. */
package io.github.keycloakheimdall.table;
