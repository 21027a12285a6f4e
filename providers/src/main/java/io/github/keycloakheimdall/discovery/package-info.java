/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the documents by which libraries verify tokens. */
@NullMarked
package io.github.keycloakheimdall.discovery;

import org.jspecify.annotations.NullMarked;
