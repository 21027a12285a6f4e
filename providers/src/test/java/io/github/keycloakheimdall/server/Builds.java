/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The distribution with the extension's JAR, built for production. A build costs more than all else that a start does,
 * so there is one for each set of build options, which servers are copies of. They stay for the next run, if the JAR is
 * the same then.
 */
final class Builds {

    private static final int DIGITS = 16;

    private Builds() {}

    /**
     * The folder with the outcome of {@code kc.sh build}. Nobody may start it or change a file.
     *
     * @param version of Keycloak
     * @param extension the JAR
     * @param options of the build
     * @throws IOException if the distribution or the JAR is missing, or a file cannot be written
     * @throws IllegalStateException if the build fails; its log is beside the folder
     */
    static synchronized Path with(String version, Path extension, List<String> options) throws IOException {
        Path ofThisJar =
                TestSettings.servers().toAbsolutePath().resolve("builds").resolve(digestOf(extension));
        Path build = ofThisJar.resolve(
                version + "-" + digest(String.join(" ", options).getBytes(StandardCharsets.UTF_8)));
        if (!Files.exists(build)) {
            if (!Files.exists(ofThisJar) && extension.equals(TestSettings.jar())) {
                Distribution.delete(ofThisJar.getParent());
            }
            // Built beside and then moved, so that an interrupted run never leaves half a build behind.
            Path partial = build.resolveSibling(build.getFileName() + ".partial");
            Distribution.delete(partial);
            Files.createDirectories(ofThisJar);
            Distribution.unpack(TestSettings.distribution(version), partial);
            build(partial, extension, options);
            Files.move(partial, build, StandardCopyOption.ATOMIC_MOVE);
        }
        return build;
    }

    private static void build(Path home, Path extension, List<String> options) throws IOException {
        Files.copy(extension, home.resolve("providers").resolve(extension.getFileName()));
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(options);
        Path log = home.resolveSibling(home.getFileName() + ".log");
        int code = Launch.process(home, command, Map.of("JAVA_OPTS_APPEND", Launch.FAST_START), log)
                .onExit()
                .join()
                .exitValue();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with code " + code + "; see " + log);
        }
    }

    private static String digestOf(Path jar) throws IOException {
        return TestSettings.keycloakVersion() + "-" + digest(Files.readAllBytes(jar));
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
