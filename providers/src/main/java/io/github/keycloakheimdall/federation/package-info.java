/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: signing in by an identity provider of the realm, and the links of an account to such. */
@NullMarked
package io.github.keycloakheimdall.federation;

import org.jspecify.annotations.NullMarked;
