/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.OtherClient;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.node.NodeProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;

/** Backends that verify tokens with a published library, as docs/backends.md has it. */
final class VerifiersIT {

    private static final Path SOURCES = Path.of("src", "test", "verifiers");
    private static final Path FOLDER = Path.of("target", "verifiers");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App another = App.fresh();

    private static String issuer;
    private static Tokens tokens;
    private static String foreign;

    /** Keycloak's own token of the same realm, which the same keys sign. */
    private static String keycloaks;

    @BeforeAll
    static void signUp() {
        issuer = app.server().baseUri() + "/" + app.slug();
        TestUser ada = TestUser.ada();
        tokens = app.api().signedUp(ada);
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
        keycloaks = OtherClient.in(app).accessToken(ada);
        foreign = another.api().signedUp(TestUser.ada()).access();
    }

    /** What Spring Boot does with {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. */
    @Test
    void givenTheIssuer_whenSpringSecurityVerifies_thenItTakesTheAppsTokensAlone() {
        JwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);

        assertThat(decoder.decode(tokens.access()).getSubject()).isEqualTo(tokens.userId());
        assertThatThrownBy(() -> decoder.decode(foreign)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(keycloaks)).isInstanceOf(JwtException.class);
    }

    @Test
    void givenTheKeysBelowTheIssuer_whenNimbusVerifies_thenItTakesTheAppsTokensAlone() throws Exception {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(issuer + "/.well-known/jwks.json").toURL())
                .build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                app.slug(), new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));

        assertThat(processor.process(tokens.access(), null).getSubject()).isEqualTo(tokens.userId());
        assertThatThrownBy(() -> processor.process(foreign, null)).isInstanceOf(BadJOSEException.class);
        assertThatThrownBy(() -> processor.process(keycloaks, null)).isInstanceOf(BadJWTException.class);
    }

    @Test
    void givenTheIssuer_whenLibrariesOfNodeVerify_thenTheyTakeTheAppsTokensAlone() throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "verify.test.mjs")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Platform.Machine machine = app.platform().machine();

        new NodeProject(FOLDER, FOLDER.resolve("output.log"))
                .test(
                        Map.of(
                                "HEIMDALL_ISSUER", issuer,
                                "HEIMDALL_AUDIENCE", app.slug(),
                                "HEIMDALL_TOKEN", tokens.access(),
                                "HEIMDALL_FOREIGN_TOKEN", foreign,
                                "HEIMDALL_KEYCLOAKS_TOKEN", keycloaks,
                                "HEIMDALL_SUBJECT", tokens.userId(),
                                "HEIMDALL_MACHINE_ID", machine.id(),
                                "HEIMDALL_MACHINE_SECRET", machine.secret()),
                        LIMIT);
    }

    @Test
    void givenTheKeysBelowTheIssuer_whenPyJwtVerifies_thenItTakesTheAppsTokensAlone()
            throws IOException, InterruptedException {
        Path output = Files.createDirectories(FOLDER).resolve("python.log");
        ProcessBuilder python = new ProcessBuilder(
                        System.getProperty("heimdall.python", "/usr/bin/python3"),
                        SOURCES.resolve("verify.py").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        python.environment()
                .putAll(Map.of(
                        "HEIMDALL_ISSUER",
                        issuer,
                        "HEIMDALL_AUDIENCE",
                        app.slug(),
                        "HEIMDALL_TOKEN",
                        tokens.access(),
                        "HEIMDALL_FOREIGN_TOKEN",
                        foreign,
                        "HEIMDALL_KEYCLOAKS_TOKEN",
                        keycloaks,
                        "HEIMDALL_SUBJECT",
                        tokens.userId()));

        int exit = python.start().waitFor();

        assertThat(exit).as(Files.readString(output)).isZero();
    }
}
