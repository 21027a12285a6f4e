/* SPDX-License-Identifier: Apache-2.0 */
package com.example.acme;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * What the caller may do now: a token tells what was true when it was made. A session that was ended, or an account
 * that was suspended, is refused at once; a token that merely logged out holds until it runs out.
 */
@Component
public class Permissions {

    private final RestClient app;

    Permissions(RestClient.Builder client, @Value("${heimdall.issuer}") String issuer) {
        this.app = client.baseUrl(issuer + "/v1").build();
    }

    /**
     * Whether the app gives the caller the permission.
     *
     * @throws InvalidBearerTokenException if the app no longer takes the token, which is answered 401
     */
    public boolean may(String permission) {
        Jwt caller = (Jwt) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        Answer answer = app.post()
                .uri("/authorize")
                .headers(headers -> headers.setBearerAuth(caller.getTokenValue()))
                .body(Map.of("permission", permission))
                .retrieve()
                .body(Answer.class);
        if (answer.authorized()) {
            return true;
        }
        if ("PERMISSION_DENIED".equals(answer.error())) {
            return false;
        }
        throw new InvalidBearerTokenException("The app no longer takes this token");
    }

    private record Answer(boolean authorized, String error) {}
}
