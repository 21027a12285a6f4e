/* SPDX-License-Identifier: Apache-2.0 */
package com.example.acme;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/** A backend of an app: it verifies tokens by itself, and asks the app what their owners may do. */
@SpringBootApplication
@EnableMethodSecurity
public class Backend {

    public static void main(String[] args) {
        SpringApplication.run(Backend.class, args);
    }

    /** Signature, issuer, audience and expiry are checked by what application.yaml names. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().hasRole("USER"))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(Backend::caller)))
                .build();
    }

    /** Users and machine clients have the same issuer and audience, so look at the type where a user is meant. */
    private static AbstractAuthenticationToken caller(Jwt jwt) {
        boolean user = "end_user".equals(jwt.getClaimAsString("type"));
        return new JwtAuthenticationToken(jwt, user ? AuthorityUtils.createAuthorityList("ROLE_USER") : List.of());
    }
}
