/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.server.KeycloakLine;
import io.github.keycloakheimdall.server.ServerJars;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JAR uses of its server is in the distribution that the run is of, looked up without a server. */
final class ServerLinksIT {

    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private static Path folder;

    private static List<Path> jars;

    @BeforeAll
    static void unpack() throws IOException {
        jars = ServerJars.into(folder);
        assertThat(jars).isNotEmpty();
    }

    @Test
    void givenTheServersJars_whenLinking_thenNothingIsMissing() throws IOException {
        assertThat(LinkCheck.with(CLASSES, jars).missing()).isEmpty();
    }

    @Test
    void givenTheServersJars_whenLinking_thenTheyLackWhatThePageSays() throws IOException {
        assertThat(LinkCheck.with(CLASSES, jars).lacking()).containsExactlyElementsOf(lacking());
    }

    @Test
    void givenTheServersJars_whenReadingConstants_thenTheyAreThoseThatWereCompiledIn() throws IOException {
        Map<String, Object> compiledIn =
                InlinedConstants.of(Thread.currentThread().getContextClassLoader());

        assertThat(compiledIn).containsEntry("org.keycloak.events.Details.AUTH_METHOD", "auth_method");
        try (URLClassLoader server = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            Map<String, Object> there = InlinedConstants.of(server);
            assertThat(compiledIn.entrySet())
                    .filteredOn(constant -> !constant.getValue().equals(there.get(constant.getKey())))
                    .extracting(Map.Entry::getKey)
                    .containsExactlyElementsOf(nameless());
        }
    }

    private static Set<String> lacking() {
        Set<String> lacking = new TreeSet<>();
        if (KeycloakLine.isBefore26(5)) {
            lacking.addAll(Set.of("CHECKED_BEARER_RECORD", "COMPONENT_OF_CHANGE", "LOGIN_CALLBACK", "STAND_INS"));
        }
        if (KeycloakLine.isBefore26(6)) {
            lacking.addAll(Set.of("CODE_FAILURES", "ORGANIZATION_GROUPS"));
        }
        if (KeycloakLine.isBefore26(7)) {
            lacking.addAll(Set.of("ORGANIZATION_PERMISSIONS", "ORGANIZATION_REMOVED_EVENT"));
        }
        return lacking;
    }

    /** What a line has no name for and means all the same: what Google calls itself in its tokens. */
    private static Set<String> nameless() {
        return KeycloakLine.isBefore26(6)
                ? Set.of("org.keycloak.social.google.GoogleIdentityProvider.ISSUER_URL")
                : Set.of();
    }

    private static URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }
}
