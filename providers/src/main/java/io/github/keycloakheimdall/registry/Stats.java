/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.http.ApiResponse;

/** How much there is in all. */
record Stats(long apps, long endUsers, long apiKeysActive) implements ApiResponse {}
