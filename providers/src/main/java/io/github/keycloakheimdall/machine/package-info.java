/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: machine clients, their tokens, and questions about tokens. */
package io.github.keycloakheimdall.machine;
