/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailLookTest {

    private final Properties messages = new Properties();

    @Test
    void givenLogoAndColour_thenTheTemplateShowsThem() {
        messages.put("heimdallColor", " #0F766e");
        messages.put("heimdallLogo", "https://app.example.com/logo.png?v=2");

        assertThat(model())
                .containsOnly(Map.entry("color", "#0F766e"), Map.entry("logo", "https://app.example.com/logo.png?v=2"));
    }

    @Test
    void givenNeither_thenTheDefaultColour() {
        assertThat(model()).containsOnly(Map.entry("color", "#1d4ed8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#1d4ed8;background:url(x)", "#1d4ed8\n#1d4ed8"})
    void givenWhatIsNoColour_thenTheDefault(String color) {
        messages.put("heimdallColor", color);

        assertThat(model()).containsEntry("color", "#1d4ed8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example/l.png", "javascript:alert(1)", "https://a.example/\"onerror=\"x", "https://"})
    void givenWhatIsNoUrlOfHttps_thenNoLogo(String logo) {
        messages.put("heimdallLogo", logo);

        assertThat(model()).doesNotContainKey("logo");
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        MailLook.add(messages, model);
        return model;
    }
}
