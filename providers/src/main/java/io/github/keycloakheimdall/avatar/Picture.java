/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

/**
 * A picture that may be shown to anybody: no side is longer than {@value #MAX_SIDE}, and it holds no words of a camera.
 */
record Picture(String mediaType, byte[] bytes) {

    /** Pixels. */
    static final int MAX_SIDE = 512;

    /** No picture of that many pixels takes more. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String WEBP = "image/webp";
}
