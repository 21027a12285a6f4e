/* SPDX-License-Identifier: Apache-2.0 */
/** Model: API keys of an app's backend. */
@NullMarked
package io.github.keycloakheimdall.key;

import org.jspecify.annotations.NullMarked;
