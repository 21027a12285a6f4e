/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What its owner needs to use a factor. */
@Schema(oneOf = {TotpEnrolment.class, EmailEnrolment.class})
sealed interface EnrolmentData permits TotpEnrolment, EmailEnrolment {}
