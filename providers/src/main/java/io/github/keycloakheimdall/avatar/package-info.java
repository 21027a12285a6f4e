/* SPDX-License-Identifier: Apache-2.0 */
/** Service: the pictures that users have of themselves. */
package io.github.keycloakheimdall.avatar;
