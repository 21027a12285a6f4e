/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;

/** The version of this JAR, by which an operator knows what runs. */
final class ExtensionVersion {

    private static final Logger LOG = Logger.getLogger(ExtensionVersion.class);

    private static final String FILE = "/META-INF/heimdall/version.properties";

    private ExtensionVersion() {}

    /** As the manifest has it; read from another file, as the server's class loader need not pass a manifest on. */
    static String read() {
        try (InputStream file = ExtensionVersion.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the console's page about the server shows, and its admin REST API. */
    static Map<String, String> shown() {
        return Map.of("version", read());
    }

    /** Writes it to the log. */
    static void tell() {
        LOG.infof("keycloak-heimdall %s on Keycloak %s", read(), Version.VERSION);
    }
}
