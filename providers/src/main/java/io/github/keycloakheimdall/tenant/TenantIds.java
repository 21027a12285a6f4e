/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.keycloak.common.util.SecretGenerator;

/** Makes the names under which a tenant is found. */
final class TenantIds {

    static final String PREFIX = "tnt_";

    private static final int ID_BYTES = 6;
    private static final int VARIANT_BYTES = 3;
    private static final int MAX_SLUG = 64;
    private static final int MAX_STEM = MAX_SLUG - 2 * VARIANT_BYTES - 1;

    private TenantIds() {}

    /** {@code tnt_} and twelve hex digits. */
    static String random() {
        return PREFIX + hex(ID_BYTES);
    }

    /** A slug from any text: lower case letters and digits, in words that hyphens part. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_SLUG)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "tenant-" + hex(VARIANT_BYTES) : cut;
    }

    /** The slug with something random behind it. */
    static String varied(String slug) {
        String stem = slug.substring(0, Math.min(slug.length(), MAX_STEM)).replaceAll("-+$", "");
        return stem + '-' + hex(VARIANT_BYTES);
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(SecretGenerator.getInstance().randomBytes(bytes));
    }
}
