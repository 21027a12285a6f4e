/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.keycloakheimdall.error.ApiException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    @ParameterizedTest
    @CsvSource({
        "png, 100, 50, 100, 50, image/png",
        "jpeg, 100, 50, 100, 50, image/jpeg",
        "jpeg, 2000, 1000, 512, 256, image/jpeg",
        "png, 700, 5000, 72, 512, image/png",
        "jpeg, 1, 1, 1, 1, image/jpeg",
        "png, 5000, 1, 512, 1, image/png"
    })
    void givenAPicture_whenReadingIt_thenItFits(String format, int w, int h, int width, int height, String type) {
        Picture picture = Upload.read(Pictures.of(format, w, h));

        BufferedImage seen = Pictures.seen(picture.bytes());
        assertThat(picture.mediaType()).isEqualTo(type);
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
    }

    /** Where the red half is, of a file in which it lies on top, by the table of the EXIF standard. */
    @ParameterizedTest
    @CsvSource({
        "1, 60, 40, 0, -1",
        "2, 60, 40, 0, -1",
        "3, 60, 40, 0, 1",
        "4, 60, 40, 0, 1",
        "5, 40, 60, -1, 0",
        "6, 40, 60, 1, 0",
        "7, 40, 60, 1, 0",
        "8, 40, 60, -1, 0",
        "9, 60, 40, 0, -1"
    })
    void givenACameraThatWasTurned_whenReadingItsPicture_thenItIsUprightAndTellsNothing(
            int orientation, int width, int height, int x, int y) {
        byte[] file = Pictures.jpegHeld(orientation, 60, 40);
        assertThat(text(file)).contains("GPS");

        Picture picture = Upload.read(file);

        BufferedImage seen = Pictures.seen(picture.bytes());
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        Color there = new Color(seen.getRGB(width / 2 + x * width / 4, height / 2 + y * height / 4));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(there.getBlue()).isLessThan(60);
        assertThat(text(picture.bytes())).doesNotContain("GPS", "Exif");
    }

    @Test
    void givenAWebp_whenReadingIt_thenItsPictureStaysAndNothingElse() {
        assertThat(Upload.read(Pictures.WEBP)).satisfies(picture -> {
            assertThat(picture.mediaType()).isEqualTo("image/webp");
            assertThat(picture.bytes()).isEqualTo(Pictures.WEBP);
        });
        assertThat(Upload.read(Pictures.WEBP_LOSSLESS).bytes()).isEqualTo(Pictures.WEBP_LOSSLESS);

        byte[] clean = Upload.read(Pictures.webpWith(0x3c, 1, 1, "EXIF", "GPS: 51N 0W!"))
                .bytes();

        assertThat(text(clean)).doesNotContain("EXIF", "GPS");
        assertThat(clean[20]).isEqualTo((byte) 0x10);
        assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(clean.length - 8);
        assertThat(Upload.read(clean).bytes()).isEqualTo(clean);
    }

    @Test
    void givenAWebpThatMovesOrIsLarge_whenReadingIt_thenRefused() {
        refused(Pictures.webpWith(0x02, 1, 1, "ANIM", "x".repeat(6)), "AVATAR_INVALID_TYPE");
        refused(Pictures.webpWith(0, 513, 1, "EXIF", "xx"), "AVATAR_TOO_LARGE");
        refused(Pictures.webpWith(0, 1, 70_000, "EXIF", "xx"), "AVATAR_TOO_LARGE");
        refused(Pictures.webpWith(0, 1, 1, "VP8 ", "xx"), "AVATAR_INVALID_TYPE");
        refused(Pictures.webpWith(0, 1, 1, "VP8X", "\0".repeat(10)), "AVATAR_INVALID_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "<html><script>alert(1)</script></html>",
                "%PDF-1.7",
                "BM",
                "RIFF",
                "RIFF\0\0\0\0WEBP",
                "RIFF\0\0\0\0AVI ",
                "RIFF\0\0\0\0WEBPVP8 \u00ff\u00ff\u00ff\u007f",
                "\u0089PNG\r\n\u001a\n",
                "\u00ff\u00d8\u00ff",
                "\u00ff\u00d8\u00ff\u00e1\0\0"
            })
    void givenWhatIsNoPicture_whenReadingIt_thenRefused(String file) {
        refused(file.getBytes(StandardCharsets.ISO_8859_1), "AVATAR_INVALID_TYPE");
    }

    @Test
    void givenFilesThatAreCutOrDamaged_whenReadingThem_thenRefusedOrAPicture() {
        Random random = new Random(16);
        for (byte[] good : new byte[][] {
            Pictures.of("png", 40, 40), Pictures.jpegHeld(6, 40, 40), Pictures.WEBP, Pictures.WEBP_LOSSLESS
        }) {
            for (int i = 0; i < 200; i++) {
                byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                try {
                    assertThat(Upload.read(bad).bytes()).isNotEmpty();
                } catch (ApiException refused) {
                    assertThat(refused.code()).startsWith("AVATAR_");
                }
            }
        }
    }

    @Test
    void givenASmallFileOfALargePicture_whenReadingIt_thenRefusedBeforeItIsDecoded() {
        refused(pngOf(30_000, 30_000), "AVATAR_TOO_LARGE");
        refused(pngOf(60_000, 10), "AVATAR_TOO_LARGE");
        refused(pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE), "AVATAR_TOO_LARGE");
        refused(pngOf(0, 1), "AVATAR_INVALID_TYPE");
    }

    @Test
    void givenAJpegOfThousandsOfScans_whenReadingIt_thenRefusedBeforeItIsDecoded() {
        byte[] good = Pictures.of("jpeg", 10, 10);
        byte[] bad = Arrays.copyOf(good, good.length + 10_000);
        for (int at = good.length; at < bad.length; at += 2) {
            bad[at] = (byte) 0xff;
            bad[at + 1] = (byte) 0xda;
        }

        refused(bad, "AVATAR_INVALID_TYPE");
    }

    @Test
    void givenALargeFile_whenReadingIt_thenRefused() {
        refused(Arrays.copyOf(Pictures.of("png", 10, 10), 2 * 1024 * 1024 + 1), "AVATAR_TOO_LARGE");
    }

    private static void refused(byte[] file, String code) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Upload.read(file))
                .returns(code, ApiException::code);
    }

    /** A file that says so, and holds nothing of it. */
    private static byte[] pngOf(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[1_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunk(file, "IDAT", packed.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        byte[] whole = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(whole);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(whole);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
