/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakheimdall.keycloak.runtime.ServerMembers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JAR uses of its server is there on each line of Keycloak, or it does without. */
final class LinksTest {

    private static final Path TARGET = Path.of("target");
    private static final Path CLASSES = TARGET.resolve("classes");

    @TempDir
    private Path folder;

    /** The build downloads Keycloak's own JARs of these; other libraries are those of the newest. */
    @ParameterizedTest
    @ValueSource(strings = {"26.4", "26.5"})
    void givenAnEarlierLine_whenLinking_thenNothingIsMissing(String line) throws IOException {
        assertThat(LinkCheck.with(
                                CLASSES,
                                withLibraries(jars(TARGET.resolve("links").resolve(line))))
                        .missing())
                .isEmpty();
    }

    @Test
    void givenTheLineThatTheJarIsCompiledAgainst_whenLinking_thenNeitherMembersNorFeaturesAreMissing() {
        assertThat(ServerFit.missing()).isEmpty();
        assertThat(ServerMembers.ofThisServer().lacking()).isEmpty();
    }

    @Test
    void givenTheOldestLine_whenLinking_thenItLacksWhatThePageSays() throws IOException {
        assertThat(LinkCheck.with(CLASSES, withLibraries(jars(TARGET.resolve("links/26.4"))))
                        .lacking())
                .containsExactly(
                        "CHECKED_BEARER_RECORD",
                        "CODE_FAILURES",
                        "COMPONENT_OF_CHANGE",
                        "LOGIN_CALLBACK",
                        "ORGANIZATION_GROUPS",
                        "ORGANIZATION_PERMISSIONS",
                        "ORGANIZATION_REMOVED_EVENT",
                        "STAND_INS");
    }

    @Test
    void givenAServerWithoutOneOfItsParts_whenLinking_thenItsMembersAreNamed() throws IOException {
        List<Path> incomplete = jars(TARGET.resolve("links/26.5")).stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("keycloak-model-storage-private"))
                .toList();

        assertThat(LinkCheck.with(CLASSES, withLibraries(incomplete)).missing())
                .contains("org.keycloak.storage.UserStorageManager");
    }

    @Test
    void givenAServerWithoutTheAnnotationsOfNull_whenLinking_thenNothingIsMissing() throws IOException {
        List<Path> without = withLibraries(jars(TARGET.resolve("links/26.4"))).stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("jspecify-"))
                .toList();

        assertThat(without)
                .hasSizeLessThan(
                        withLibraries(jars(TARGET.resolve("links/26.4"))).size());
        assertThat(LinkCheck.with(CLASSES, without).missing()).isEmpty();
    }

    @Test
    void givenAFeatureOfWhichAPartWasChanged_whenLinking_thenThePartIsMissing() throws IOException {
        String changed = "VIRTUAL org.keycloak.models.GroupModel fly ()V "
                + "io.github.keycloakheimdall.keycloak.organization.OrganizationGroups ORGANIZATION_GROUPS";

        assertThat(LinkCheck.with(listed(Files.readString(CLASSES.resolve(ServerMembers.LIST)) + changed), all())
                        .missing())
                .containsExactly("org.keycloak.models.GroupModel.fly()V");
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "VIRTUAL org.keycloak.models.GroupModel, cannot be read"})
    void givenAListThatWasCutOff_whenLinking_thenItIsRefused(String list, String reason) throws IOException {
        Path cut = listed(list);

        assertThatThrownBy(() -> LinkCheck.with(cut, all())).rootCause().hasMessageContaining(reason);
    }

    /** A folder with that list of members alone. */
    private Path listed(String list) throws IOException {
        Path file = folder.resolve(ServerMembers.LIST);
        Files.createDirectories(file.getParent());
        Files.writeString(file, list);
        return folder;
    }

    /** What the JAR is compiled against, and itself. */
    private static List<Path> all() {
        return Stream.concat(Stream.of(CLASSES), classPath().filter(file -> file.toString()
                        .endsWith(".jar")))
                .toList();
    }

    private static Stream<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of);
    }

    private static List<Path> withLibraries(List<Path> keycloak) {
        return Stream.concat(
                        keycloak.stream(),
                        classPath()
                                .filter(file -> file.toString().endsWith(".jar"))
                                .filter(file -> !file.getFileName().toString().startsWith("keycloak-")))
                .toList();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
