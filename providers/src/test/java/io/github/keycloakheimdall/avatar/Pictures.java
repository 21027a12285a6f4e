/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Files to upload. */
public final class Pictures {

    /** One pixel, by the reference encoder. */
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /** The same without loss. */
    static final byte[] WEBP_LOSSLESS = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private Pictures() {}

    /** Red above, blue below. */
    public static byte[] of(String format, int width, int height) {
        boolean clear = format.equals("png");
        BufferedImage image =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height - height / 2);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG that says how the camera was held, and where. */
    static byte[] jpegHeld(int orientation, int width, int height) {
        byte[] jpeg = of("jpeg", width, height);
        ByteBuffer exif = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put("GPS: 51N 0W".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer held = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        held.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.capacity() + 2));
        held.put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return held.array();
    }

    /** The WEBP with more chunks behind its picture, and what tells of them before. */
    static byte[] webpWith(int flags, int width, int height, String chunk, String content) {
        byte[] picture = new byte[WEBP.length - 12];
        System.arraycopy(WEBP, 12, picture, 0, picture.length);
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + picture.length + 8 + content.length())
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(flags);
        file.putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
        file.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
        file.put(picture).put(chunk.getBytes(StandardCharsets.US_ASCII)).putInt(content.length());
        file.put(content.getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    static BufferedImage seen(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
