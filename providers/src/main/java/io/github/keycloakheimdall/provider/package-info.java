/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the identity providers of an app, as its admins set them up over the API. */
@NullMarked
package io.github.keycloakheimdall.provider;

import org.jspecify.annotations.NullMarked;
