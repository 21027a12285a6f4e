/* SPDX-License-Identifier: Apache-2.0 */
package com.example.acme;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

@RestController
class Invoices {

    @GetMapping("/whoami")
    Map<String, String> whoami(@AuthenticationPrincipal Jwt user) {
        return Map.of("id", user.getSubject(), "role", user.getClaimAsString("role"));
    }

    @GetMapping("/invoices")
    @PreAuthorize("@permissions.may('invoice.read')")
    List<Map<String, Integer>> invoices() {
        return List.of(Map.of("number", 1, "total", 42));
    }

    /** The app did not answer, so nobody knows what the caller may do. */
    @ExceptionHandler(RestClientException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Map<String, String> unavailable() {
        return Map.of("message", "Try again later");
    }
}
