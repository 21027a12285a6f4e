/* SPDX-License-Identifier: Apache-2.0 */
/** Service: the emails and phone numbers of a user, and who is told of changes to an account. */
package io.github.keycloakheimdall.contact;
