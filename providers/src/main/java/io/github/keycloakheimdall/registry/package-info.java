/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the apps of a server: making, listing, copying and deleting them. */
@NullMarked
package io.github.keycloakheimdall.registry;

import org.jspecify.annotations.NullMarked;
