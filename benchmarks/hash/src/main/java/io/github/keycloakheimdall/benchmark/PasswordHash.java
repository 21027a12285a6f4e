/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check of a password by Keycloak's default hash: the least that a signin can cost. As many threads as the machine has
 * processors, so that the time of one check is its CPU time, the garbage collector's included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(Threads.MAX)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PasswordHash {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";
    private static final int DEFAULT_ITERATIONS = -1;

    private final PasswordHashProvider hash = provider();
    private final PasswordCredentialModel stored = hash.encodedCredential(PASSWORD, DEFAULT_ITERATIONS);

    @Benchmark
    public boolean check() {
        return hash.verify(PASSWORD, stored);
    }

    private static PasswordHashProvider provider() {
        // Each hash would warn that there is no server around it.
        LogManager.getLogManager().reset();
        Argon2PasswordHashProviderFactory factory = new Argon2PasswordHashProviderFactory();
        factory.init(Config.scope());
        return factory.create(null);
    }
}
