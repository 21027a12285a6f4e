/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** @param factorId null for the first factor by mail */
record StepUpSendCodeRequest(@Size(max = 255) @Nullable String factorId) implements ApiRequest {}
