/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: second factors that users set up and prove, and that others take away. */
@NullMarked
package io.github.keycloakheimdall.factors;

import org.jspecify.annotations.NullMarked;
