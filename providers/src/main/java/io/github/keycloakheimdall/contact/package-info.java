/* SPDX-License-Identifier: Apache-2.0 */
/** Service: the emails and phone numbers of a user, and who is told of changes to an account. */
@NullMarked
package io.github.keycloakheimdall.contact;

import org.jspecify.annotations.NullMarked;
