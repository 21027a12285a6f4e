/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * For tests that ask the run's server for its metrics, or its PostgreSQL for what it holds: its methods may have a
 * {@link ServerOnPostgres} as a parameter. They do not run where the server is on H2, in a container, or somebody
 * else's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("looks-into-server")
@DisabledIfSystemProperty(named = "heimdall.test.server", matches = "testcontainers")
@ExtendWith(KeycloakExtension.class)
public @interface LooksIntoTheServer {}
