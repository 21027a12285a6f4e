/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: routes for tenants and their members. */
@NullMarked
package io.github.keycloakheimdall.tenants;

import org.jspecify.annotations.NullMarked;
