/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes out of a WEBP file what is no picture. Java decodes none, so it is kept as it is otherwise, and has to be small
 * already; a moving one is refused.
 */
final class WebpFile {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final String EXTENDED = "VP8X";
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final Set<String> SEEN = Set.of(EXTENDED, "ALPH", LOSSY, LOSSLESS);
    private static final Set<String> MOVING = Set.of("ANIM", "ANMF");
    private static final byte ALPHA_FLAG = 0x10;
    private static final int LOSSLESS_SIGNATURE = 0x2f;
    private static final int SIDE_14_BITS = 0x3fff;
    private static final int SIDE_24_BITS = 0xffffff;

    private final ByteBuffer file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Set<String> found = new HashSet<>();

    private WebpFile(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Picture read(byte[] file) {
        return new WebpFile(file).read();
    }

    private Picture read() {
        file.position(HEADER);
        while (file.remaining() >= CHUNK_HEADER) {
            byte[] name = new byte[4];
            file.get(name);
            long length = file.getInt() & 0xffffffffL;
            if (length > file.remaining()) {
                throw Upload.invalid();
            }
            byte[] content = new byte[(int) length];
            file.get(content);
            if (length % 2 == 1 && file.hasRemaining()) {
                file.get();
            }
            keep(new String(name, StandardCharsets.ISO_8859_1), content);
        }
        require(found.contains(LOSSY) != found.contains(LOSSLESS) && !file.hasRemaining());
        ByteBuffer written = ByteBuffer.allocate(HEADER + kept.size()).order(ByteOrder.LITTLE_ENDIAN);
        written.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(kept.size() + 4);
        written.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(kept.toByteArray());
        return new Picture(Picture.WEBP, written.array());
    }

    private void keep(String name, byte[] content) {
        if (MOVING.contains(name)) {
            throw Upload.invalid();
        }
        if (!SEEN.contains(name)) {
            return;
        }
        require(found.add(name));
        requireSmall(name, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        if (name.equals(EXTENDED)) {
            // What else the flags tell of is taken out.
            content[0] &= ALPHA_FLAG;
        }
        ByteBuffer header = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(content.length);
        kept.writeBytes(header.array());
        kept.writeBytes(content);
        if (content.length % 2 == 1) {
            kept.write(0);
        }
    }

    private static void requireSmall(String name, ByteBuffer content) {
        switch (name) {
            case EXTENDED -> {
                require(content.limit() == 10);
                requireSides(
                        (content.getInt(4) & SIDE_24_BITS) + 1,
                        (content.getShort(7) & 0xffff | (content.get(9) & 0xff) << 16) + 1);
            }
            case LOSSLESS -> {
                require(content.limit() > 5 && content.get(0) == LOSSLESS_SIGNATURE);
                int sides = content.getInt(1);
                requireSides((sides & SIDE_14_BITS) + 1, (sides >> 14 & SIDE_14_BITS) + 1);
            }
            case LOSSY -> {
                require(content.limit() > 10
                        && (content.get(0) & 1) == 0
                        && content.get(3) == (byte) 0x9d
                        && content.get(4) == 0x01
                        && content.get(5) == 0x2a);
                requireSides(content.getShort(6) & SIDE_14_BITS, content.getShort(8) & SIDE_14_BITS);
            }
            default -> require(content.hasRemaining());
        }
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw Upload.invalid();
        }
    }

    private static void requireSides(int width, int height) {
        require(width > 0 && height > 0);
        if (Math.max(width, height) > Picture.MAX_SIDE) {
            throw Upload.tooLarge("A WEBP picture must have at most 512 pixels on each side");
        }
    }
}
