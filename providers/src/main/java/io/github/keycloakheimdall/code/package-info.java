/* SPDX-License-Identifier: Apache-2.0 */
/** Service: codes that are mailed to prove an email or to set a password anew. */
package io.github.keycloakheimdall.code;
