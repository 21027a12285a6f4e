/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check of a password by Keycloak's default hash: the least that a signin can cost. The counters give its CPU time,
 * which other work on the machine hardly touches, with that of collecting its garbage: each thread counts its hashes,
 * and the time of the whole process. The heap and the collector are those that {@code kc.sh} sets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(Threads.MAX)
@Fork(
        value = 1,
        jvmArgs = {"-Xms64m", "-Xmx512m", "-XX:+UseG1GC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PasswordHash {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";
    private static final int DEFAULT_ITERATIONS = -1;

    private final PasswordHashProvider hash = provider();
    private final PasswordCredentialModel stored = hash.encodedCredential(PASSWORD, DEFAULT_ITERATIONS);

    /** What happened in an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Work {

        public long hashes;

        private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private long start;

        @Setup(Level.Iteration)
        public void start() {
            start = process.getProcessCpuTime();
        }

        public long processNanos() {
            return process.getProcessCpuTime() - start;
        }
    }

    @Benchmark
    public boolean check(Work work) {
        work.hashes++;
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
