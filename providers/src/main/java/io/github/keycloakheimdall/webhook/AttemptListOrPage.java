/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.http.ApiResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sent of an app: a bare list, or a page where one is asked for. */
@Schema(oneOf = {AttemptPage.class, AttemptList.class})
sealed interface AttemptListOrPage extends ApiResponse permits AttemptList, AttemptPage {}
