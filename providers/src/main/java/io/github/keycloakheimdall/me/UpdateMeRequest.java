/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

record UpdateMeRequest(@Size(max = 120) @Nullable String displayName) implements ApiRequest {}
