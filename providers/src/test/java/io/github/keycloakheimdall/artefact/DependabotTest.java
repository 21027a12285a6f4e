/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nobody is told of updates of what the list of folders leaves out. */
class DependabotTest {

    private static final Path ROOT = Path.of("..");
    private static final Path LIST = ROOT.resolve(".github/dependabot.yml");
    private static final Set<String> MADE = Set.of("target", "node_modules", ".git");

    /** The modules of the root, which come with it. */
    private static final Set<String> MODULES = Set.of("- /providers");

    @Test
    void eachFolderWithDependenciesIsInTheList() throws IOException {
        List<String> listed =
                Files.readAllLines(LIST).stream().map(String::strip).toList();

        assertThat(listed).containsAll(folders());
    }

    private static Set<String> folders() throws IOException {
        Set<String> folders = new TreeSet<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return MADE.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.equals("pom.xml") || name.equals("package.json")) {
                    folders.add(
                            "- /" + ROOT.relativize(file.getParent()).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        folders.removeAll(MODULES);
        assertThat(folders).hasSizeGreaterThan(MODULES.size());
        return folders;
    }
}
