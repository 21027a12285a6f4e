/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: how a refusal or a failure becomes an answer. */
@NullMarked
package io.github.keycloakheimdall.error;

import org.jspecify.annotations.NullMarked;
