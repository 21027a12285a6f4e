/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: telling an app's backend of what happens, at least once. */
package io.github.keycloakheimdall.webhook;
