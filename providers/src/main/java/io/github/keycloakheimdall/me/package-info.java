/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: what users do to their own profile, password and sessions. */
package io.github.keycloakheimdall.me;
