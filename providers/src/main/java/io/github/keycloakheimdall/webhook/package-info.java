/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: telling an app's backend of what happens, at least once. */
@NullMarked
package io.github.keycloakheimdall.webhook;

import org.jspecify.annotations.NullMarked;
