/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: signing up, in and out with a password, refreshing tokens, and codes for passwords and emails. */
@NullMarked
package io.github.keycloakheimdall.auth;

import org.jspecify.annotations.NullMarked;
