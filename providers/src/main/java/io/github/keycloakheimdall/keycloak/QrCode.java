/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import com.google.zxing.WriterException;
import java.io.IOException;
import org.keycloak.utils.QRCodeUtils;

/** Draws QR codes with the library that Keycloak's own pages use. */
public final class QrCode {

    private static final int PIXELS = 246;

    private QrCode() {}

    /** The text as a square PNG, in a {@code data:} URL. */
    public static String dataUrl(String text) {
        try {
            return "data:image/png;base64," + QRCodeUtils.encodeAsQRString(text, PIXELS, PIXELS);
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("the text does not fit a QR code", e);
        }
    }
}
