/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: users, roles, permissions and toggles of an app, for its admins, backends and machine clients. */
@NullMarked
package io.github.keycloakheimdall.users;

import org.jspecify.annotations.NullMarked;
