/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Model: an app, which is a realm: its toggles, its roles and permissions, its client, and how a realm becomes one.
 */
@NullMarked
package io.github.keycloakheimdall.app;

import org.jspecify.annotations.NullMarked;
