/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shell into which commands are pasted. The first that fails ends it. */
final class Shell implements AutoCloseable {

    /** Printed after each block; no command prints it. */
    private static final int END = 0x1e;

    private final Path errors;
    private final Process process;

    Shell() {
        try {
            errors = Files.createTempFile("shell", ".txt");
            process = new ProcessBuilder("sh", "-e")
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the commands; gives back what they print. */
    String paste(String commands) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((commands + "\nprintf '\\036'\n").getBytes(UTF_8));
        in.flush();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        InputStream out = process.getInputStream();
        for (int next = out.read(); next != END; next = out.read()) {
            if (next < 0) {
                fail("%s%nprinted %s%nand ended by %s", commands, printed, Files.readString(errors));
            }
            printed.write(next);
        }
        return printed.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(errors);
    }
}
