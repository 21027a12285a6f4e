/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: routes to make, list and revoke API keys. */
@NullMarked
package io.github.keycloakheimdall.keys;

import org.jspecify.annotations.NullMarked;
