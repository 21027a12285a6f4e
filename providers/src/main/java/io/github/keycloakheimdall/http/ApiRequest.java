/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

/** Marks a record that is read from a request's JSON body by {@link JsonBodyReader}. */
public interface ApiRequest {}
