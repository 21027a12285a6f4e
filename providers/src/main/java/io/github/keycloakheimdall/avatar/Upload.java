/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.RefusedBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that somebody sent. What it is its own first bytes say, whatever it is called: nothing but PNG, JPEG and WEBP,
 * none of which holds what a browser would run.
 */
final class Upload {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP_AT = 8;
    private static final byte MARKER = (byte) 0xff;
    private static final byte SCAN = (byte) 0xda;
    private static final int MAX_SCANS = 100;

    private Upload() {}

    /** How many bytes are read of a file: one more than it may have. */
    static int mostRead() {
        return MAX_BYTES + 1;
    }

    /**
     * The picture in it.
     *
     * @throws ApiException 413 for more than 2 MiB or too many pixels, 415 for anything but a picture, 503 while too
     *     many are looked at
     */
    static Picture read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw tooLarge("The file is larger than 2 MB");
        }
        if (startsWith(file, PNG, 0)) {
            return Decoder.read(file, "png");
        }
        if (startsWith(file, JPEG, 0)) {
            requireFewScans(file);
            return Decoder.read(file, "jpeg");
        }
        if (startsWith(file, RIFF, 0) && startsWith(file, WEBP, WEBP_AT)) {
            return WebpFile.read(file);
        }
        throw invalid();
    }

    /** A progressive JPEG is drawn once a scan, and two megabytes hold thousands; cameras write ten. */
    private static void requireFewScans(byte[] file) {
        int scans = 0;
        for (int at = 0; at + 1 < file.length; at++) {
            if (file[at] == MARKER && file[at + 1] == SCAN && ++scans > MAX_SCANS) {
                throw invalid();
            }
        }
    }

    static ApiException tooLarge(String message) {
        return RefusedBody.tooLarge(message, "AVATAR_TOO_LARGE");
    }

    static ApiException invalid() {
        return RefusedBody.unsupported("The file must be a PNG, JPEG or WEBP picture", "AVATAR_INVALID_TYPE");
    }

    private static boolean startsWith(byte[] file, byte[] magic, int at) {
        return file.length >= at + magic.length && Arrays.equals(file, at, at + magic.length, magic, 0, magic.length);
    }
}
