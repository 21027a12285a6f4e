/* SPDX-License-Identifier: Apache-2.0 */
/** Service: codes that are mailed to prove an email or to set a password anew. */
@NullMarked
package io.github.keycloakheimdall.code;

import org.jspecify.annotations.NullMarked;
