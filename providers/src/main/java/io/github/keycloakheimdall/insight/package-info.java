/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: numbers of what users did in an app, by day. */
@NullMarked
package io.github.keycloakheimdall.insight;

import org.jspecify.annotations.NullMarked;
