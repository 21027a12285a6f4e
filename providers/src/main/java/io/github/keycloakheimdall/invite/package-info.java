/* SPDX-License-Identifier: Apache-2.0 */
/** Service: invites to an app, and how they are made and accepted. */
@NullMarked
package io.github.keycloakheimdall.invite;

import org.jspecify.annotations.NullMarked;
