/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Maven Central asks of a POM, and whoever reads it there. */
class PomTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void givenTheParent_thenItSays(String part) throws Exception {
        XPath path = XPathFactory.newInstance().newXPath();
        Object pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("../pom.xml").toFile());

        assertThat(path.evaluate("/project/" + part, pom)).isNotBlank();
    }
}
