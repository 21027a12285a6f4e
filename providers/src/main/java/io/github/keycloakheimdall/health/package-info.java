/* SPDX-License-Identifier: Apache-2.0 */
/** Service: what an app lacks to work, as health and metrics tell. */
@NullMarked
package io.github.keycloakheimdall.health;

import org.jspecify.annotations.NullMarked;
