/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jboss.logging.Logger;

/**
 * Draws a picture anew, upright and small, so that nothing of the file is left but what is seen. Its size is asked for
 * before it is decoded, of a large one not every pixel is kept, and only a few are decoded at once: a small file may
 * hold a large picture.
 */
final class Decoder {

    private static final Logger LOG = Logger.getLogger(Decoder.class);

    private static final long MAX_PIXELS = 4_096L * 4_096;
    private static final int MAX_FILE_SIDE = 20_000;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    private Decoder() {}

    static Picture read(byte[] file, String format) {
        if (!place()) {
            throw TryLater.unavailable("Too many pictures are being looked at", "AVATAR_BUSY");
        }
        try {
            return encode(draw(decode(file, format), Orientation.of(file, format)));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof ApiException refused) {
                throw refused;
            }
            LOG.debug("A file is no picture", broken);
            throw Upload.invalid();
        } finally {
            PLACES.release();
        }
    }

    private static boolean place() {
        try {
            return PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static BufferedImage decode(byte[] file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS || Math.max(width, height) > MAX_FILE_SIDE) {
                throw Upload.tooLarge("The picture has too many pixels");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Twice what is shown, so that the last step can still make it smooth.
            int step = Math.max(1, Math.max(width, height) / (2 * Picture.MAX_SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage draw(BufferedImage source, Orientation orientation) {
        double scale = Math.min(1.0, (double) Picture.MAX_SIDE / Math.max(source.getWidth(), source.getHeight()));
        int width = Math.max(1, (int) Math.round(source.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(source.getHeight() * scale));
        boolean clear = source.getColorModel().hasAlpha();
        BufferedImage target = new BufferedImage(
                orientation.turned() ? height : width,
                orientation.turned() ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = target.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform upright = orientation.transform(width, height);
            upright.scale((double) width / source.getWidth(), (double) height / source.getHeight());
            pen.drawImage(source, upright, null);
        } finally {
            pen.dispose();
        }
        return target;
    }

    private static Picture encode(BufferedImage image) {
        String format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, format, output)) {
                throw new IllegalStateException("Java writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(format.equals("png") ? Picture.PNG : Picture.JPEG, bytes.toByteArray());
    }
}
