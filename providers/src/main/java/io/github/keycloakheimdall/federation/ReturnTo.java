/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser goes when all is over: a URL of one of the app's own origins. What the sign-in brought is added to
 * its query, so nothing that a browser or a framework could read as that may be in it before.
 */
record ReturnTo(String url) {

    /** What goes there in the end. */
    static final String CODE = "heimdall_code";

    static final String ERROR = "heimdall_error";

    private static final String FIELD = "return_to";
    private static final int MAX_LENGTH = 2048;
    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", ":80", "https", ":443");

    /** More often than any server decodes a name. */
    private static final int DECODINGS = 4;

    /**
     * @param given the values of the parameter
     * @param origins those that the app allows
     * @throws ApiException 400 unless it is one URL of one of them
     */
    static ReturnTo require(@Nullable List<String> given, List<String> origins) {
        if (origins.isEmpty()) {
            throw ApiException.badRequest("Sign-in in the browser is off: the app allows no redirect origins");
        }
        if (given == null || given.size() != 1) {
            boolean missing = given == null || given.isEmpty();
            throw ApiException.invalid(
                    FIELD, missing ? FieldFault.REQUIRED : FieldFault.REPEATED, "must be given once");
        }
        String url = given.get(0);
        if (url.length() > MAX_LENGTH || url.chars().anyMatch(each -> each <= ' ' || each > '~')) {
            throw ApiException.invalid(FIELD, FieldFault.MALFORMED, "is no URL that can be returned to");
        }
        URI uri = parse(url);
        if (origins.stream().noneMatch(allowed -> originOf(uri).equals(plain(allowed)))) {
            throw ApiException.invalid(FIELD, FieldFault.NOT_ALLOWED, "is not of an allowed origin");
        }
        if (parts(uri.getRawQuery()).anyMatch(ReturnTo::isOurs)
                || parts(uri.getRawFragment()).anyMatch(ReturnTo::isOurs)) {
            throw ApiException.invalid(FIELD, FieldFault.NOT_ALLOWED, "must not have a parameter of that name");
        }
        return new ReturnTo(url);
    }

    /** The URL with that in its query, before its fragment. */
    URI with(String name, String value) {
        int hash = url.indexOf('#');
        String base = hash < 0 ? url : url.substring(0, hash);
        String joint = base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return URI.create(base + joint + name + '=' + value + (hash < 0 ? "" : url.substring(hash)));
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() != null && uri.getRawAuthority() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, as what is well-formed and no URL of a page.
        }
        throw ApiException.invalid(FIELD, FieldFault.MALFORMED, "is no URL that can be returned to");
    }

    private static String originOf(URI uri) {
        return plain(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** An origin as browsers write it: in lower case, without the port that goes without saying. */
    private static String plain(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        String port = DEFAULT_PORTS.getOrDefault(lower.substring(0, Math.max(0, lower.indexOf(':'))), "");
        return !port.isEmpty() && lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }

    private static Stream<String> parts(@Nullable String raw) {
        return raw == null ? Stream.empty() : Arrays.stream(raw.split("[&;?#/]"));
    }

    /** Some frameworks read dots, spaces and brackets in names as underscores. */
    private static boolean isOurs(String parameter) {
        String name = parameter.split("=", 2)[0];
        for (int i = 0; i < DECODINGS; i++) {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
            if (plain.contains(CODE) || plain.contains(ERROR)) {
                return true;
            }
            name = decoded(name);
        }
        return false;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return name;
        }
    }
}
