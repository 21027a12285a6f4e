/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A realm's logo and colour in its mails. They are texts of its localization, so that nobody needs a theme for them.
 * What is no URL of https or no colour is left out: they come into attributes of HTML.
 */
final class MailLook {

    private static final String DEFAULT_COLOR = "#1d4ed8";
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern LOGO = Pattern.compile("https://[^\\s\"'<>]{1,500}");

    private MailLook() {}

    /** Adds what a template shows: {@code color}, and {@code logo} where the realm has one. */
    static void add(Properties messages, Map<String, Object> model) {
        String color = messages.getProperty("heimdallColor", "").trim();
        model.put("color", COLOR.matcher(color).matches() ? color : DEFAULT_COLOR);
        String logo = messages.getProperty("heimdallLogo", "").trim();
        if (LOGO.matcher(logo).matches()) {
            model.put("logo", logo);
        }
    }
}
