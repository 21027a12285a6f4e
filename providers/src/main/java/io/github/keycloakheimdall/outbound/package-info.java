/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: how messages are sent to servers of others: which may be called, signed by what, tried when. */
package io.github.keycloakheimdall.outbound;
