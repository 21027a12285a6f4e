/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the example that the specification of Standard Webhooks gives. */
class SignatureTest {

    private static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void givenTheSpecificationsExample_thenItsSignatureComesOut() {
        Map<String, String> headers =
                Signature.headers(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

        assertThat(headers)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .containsKeys("X-Auth-Signature", "X-Heimdall-Signature");
        assertThat(headers.get("X-Auth-Signature")).matches("t=1614265330,v1=[0-9a-f]{64}");
    }

    @Test
    void givenASecret_thenItsTextSaysNothingOfIt() {
        SigningSecret secret = SigningSecret.random();
        assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.toString()).hasSizeLessThan(15);
        assertThat(SigningSecret.random().text()).isNotEqualTo(secret.text());
    }
}
