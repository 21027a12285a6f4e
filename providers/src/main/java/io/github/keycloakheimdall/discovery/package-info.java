/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the documents by which libraries verify tokens. */
package io.github.keycloakheimdall.discovery;
