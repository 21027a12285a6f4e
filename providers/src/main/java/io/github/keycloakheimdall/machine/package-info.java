/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: machine clients, their tokens, and questions about tokens. */
@NullMarked
package io.github.keycloakheimdall.machine;

import org.jspecify.annotations.NullMarked;
