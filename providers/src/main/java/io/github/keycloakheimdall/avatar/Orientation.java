/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as a JPEG's EXIF says.
 *
 * @param value 1 to 8; 1 is upright
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int FIRST_TURNED = 5;
    private static final int LAST = 8;
    private static final int MARKER = 0xff;
    private static final int EXIF_SEGMENT = 0xe1;
    private static final int SCAN_SEGMENT = 0xda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Upright for a file that does not say, or says it in no way that can be read. */
    static Orientation of(byte[] file, String format) {
        return format.equals("jpeg") ? ofJpeg(file) : UPRIGHT;
    }

    /** Whether height and width change places. */
    boolean turned() {
        return value >= FIRST_TURNED;
    }

    /** What puts a picture of that size, as it lies in the file, upright. */
    AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Orientation ofJpeg(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && (file[at] & MARKER) == MARKER && (file[at + 1] & 0xff) != SCAN_SEGMENT) {
            int length = ByteBuffer.wrap(file).getShort(at + 2) & 0xffff;
            int end = at + 2 + length;
            if (length < 2 || end > file.length) {
                return UPRIGHT;
            }
            if ((file[at + 1] & 0xff) == EXIF_SEGMENT && startsWithExif(file, at + 4, end)) {
                int start = at + 4 + EXIF.length;
                return ofTiff(ByteBuffer.wrap(file, start, end - start).slice());
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(byte[] file, int at, int end) {
        return end - at > EXIF.length + 8 && Arrays.equals(file, at, at + EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * ENTRY;
            if (entry + ENTRY > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= LAST ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
