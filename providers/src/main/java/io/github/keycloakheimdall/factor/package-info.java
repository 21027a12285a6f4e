/* SPDX-License-Identifier: Apache-2.0 */
/** Model: the second factors that a user has, and how a code of one is checked. */
package io.github.keycloakheimdall.factor;
