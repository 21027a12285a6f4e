/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: questions of a backend whether a token is good, and what its user may do. */
@NullMarked
package io.github.keycloakheimdall.verify;

import org.jspecify.annotations.NullMarked;
