/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: the identity providers of an app, as its admins set them up over the API. */
package io.github.keycloakheimdall.provider;
