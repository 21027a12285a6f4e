/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: users, roles, permissions and settings of an app, for its admins, backends and machines. */
@NullMarked
package io.github.keycloakheimdall.users;

import org.jspecify.annotations.NullMarked;
