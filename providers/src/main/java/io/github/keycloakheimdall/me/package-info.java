/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: what users do to their own profile, password and sessions. */
@NullMarked
package io.github.keycloakheimdall.me;

import org.jspecify.annotations.NullMarked;
