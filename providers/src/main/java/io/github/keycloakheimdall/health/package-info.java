/* SPDX-License-Identifier: Apache-2.0 */
/** Service: what an app lacks to work, as health and metrics tell. */
package io.github.keycloakheimdall.health;
