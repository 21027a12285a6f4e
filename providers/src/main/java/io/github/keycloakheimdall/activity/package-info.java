/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: what was done in an app, for its admins and for each user, and the copy of it that is sent elsewhere. */
@NullMarked
package io.github.keycloakheimdall.activity;

import org.jspecify.annotations.NullMarked;
