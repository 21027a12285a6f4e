/* SPDX-License-Identifier: Apache-2.0 */
package com.example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** The backend, called with tokens of an app that HEIMDALL_ISSUER and HEIMDALL_SLUG name. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BackendTest {

    @Autowired
    private TestRestTemplate backend;

    @Test
    void saysWhoIsThere() {
        ResponseEntity<String> answer = get("/whoami", "HEIMDALL_MEMBER");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"role\":\"member\"");
    }

    @Test
    void letsNobodyInWithoutATokenWithAnotherAppsOrWithAMachines() {
        assertThat(backend.getForEntity("/whoami", String.class).getStatusCode().value())
                .isEqualTo(401);
        assertThat(status("/whoami", "HEIMDALL_FOREIGN")).isEqualTo(401);
        assertThat(status("/whoami", "HEIMDALL_MACHINE")).isEqualTo(403);
    }

    @Test
    void showsInvoicesToWhoMayReadThem() {
        assertThat(status("/invoices", "HEIMDALL_ACCOUNTANT")).isEqualTo(200);
        assertThat(status("/invoices", "HEIMDALL_MEMBER")).isEqualTo(403);
    }

    @Test
    void showsNoneToASessionThatWasEndedThoughItsTokenVerifies() {
        assertThat(status("/whoami", "HEIMDALL_ENDED")).isEqualTo(200);
        assertThat(status("/invoices", "HEIMDALL_ENDED")).isEqualTo(401);
    }

    @Test
    void showsThemToATokenThatLoggedOutUntilItRunsOut() {
        assertThat(status("/invoices", "HEIMDALL_LOGGED_OUT")).isEqualTo(200);
    }

    private int status(String path, String token) {
        return get(path, token).getStatusCode().value();
    }

    private ResponseEntity<String> get(String path, String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(System.getenv(token));
        return backend.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
