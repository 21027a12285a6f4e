/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: signing up, in and out with a password, refreshing tokens, and codes for passwords and emails. */
package io.github.keycloakheimdall.auth;
