/* SPDX-License-Identifier: Apache-2.0 */
/** Service: mails to users, in their language, and which of them someone wants. */
@NullMarked
package io.github.keycloakheimdall.mail;

import org.jspecify.annotations.NullMarked;
