# SPDX-License-Identifier: Apache-2.0
"""What a signin costs, in bare password hashes."""

import json
import statistics
import subprocess
import tempfile

from bench import HERE, Cpu

HASH_GOAL = 1.10


def hash_seconds():
    """The CPU time of one bare password hash."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / "hash"), f"-Djmh.result={file.name}"], check=True,
                       stdout=subprocess.DEVNULL)
        result = json.load(file)[0]
    counters = result["secondaryMetrics"]
    # Each thread counts its own hashes, and the time of all.
    return counters["processNanos"]["score"] / result["threads"] / counters["hashes"]["score"] / 1e9


def hashes(signin, server, rounds, seconds):
    """How many bare hashes a signin costs, by CPU time: the median, the lowest and the highest round."""
    cpu = Cpu(server)
    costs = []
    for _ in range(rounds):
        bare = hash_seconds()
        # The server did nothing meanwhile, and its heap and its caches with it.
        signin.measure(server, cpu, seconds)
        costs.append(1 / signin.measure(server, cpu, seconds)[1] / bare)
    median, low, high = statistics.median(costs), min(costs), max(costs)
    print(f"a signin costs {median:.2f} bare hashes ({low:.2f} to {high:.2f})", flush=True)
    return median, low, high


def sentence(median, low, high):
    missed = ", missed" if median > HASH_GOAL else ""
    return (f"A signin costs **{median:.2f}** times the CPU time of one bare password hash ({low:.2f} to {high:.2f}; "
            f"goal {HASH_GOAL:.2f} at most{missed}).")
