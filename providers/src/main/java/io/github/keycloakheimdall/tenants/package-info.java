/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: routes for tenants and their members. */
package io.github.keycloakheimdall.tenants;
