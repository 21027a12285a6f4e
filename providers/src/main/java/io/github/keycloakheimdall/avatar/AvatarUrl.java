/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.http.ApiResponse;

/** @param avatarUrl where anybody sees the picture; the same for each that the user has */
record AvatarUrl(String avatarUrl) implements ApiResponse {}
