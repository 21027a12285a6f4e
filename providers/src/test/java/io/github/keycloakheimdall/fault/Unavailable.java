/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.load.BoundedHttp.Answer;

/** The answer of an API that cannot do its work right now. */
final class Unavailable {

    private Unavailable() {}

    static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.json().getInt("statusCode")).as(answer.toString()).isEqualTo(503);
        assertThat(answer.json().getString("message")).as(answer.toString()).isEqualTo("Service Unavailable");
        assertThat(answer.response().headers().firstValue("retry-after"))
                .as(answer.toString())
                .isPresent();
    }
}
