/* SPDX-License-Identifier: Apache-2.0 */
/** Caller: how often one may call, and the gate that counts. */
package io.github.keycloakheimdall.limit;
