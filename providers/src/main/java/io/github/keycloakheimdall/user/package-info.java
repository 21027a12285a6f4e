/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: the users of an app, as far as the caller may see or change them, and new ones. */
package io.github.keycloakheimdall.user;
