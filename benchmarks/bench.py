# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: the load by wrk, the server's CPU time, and what becomes of both."""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
CONNECTIONS = 2


def options(description, rounds, seconds, parts=(), earlier=False):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    if parts:
        # Choices of argparse's would be asked of the empty list too, on some versions of Python.
        parser.add_argument("parts", nargs="*", metavar="part", help="of " + ", ".join(parts) + "; all unless named")
    parser.add_argument("--server", default="http://127.0.0.1:18080")
    if earlier:
        parser.add_argument("--earlier", required=True, help="the server of the earlier build")
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--seconds", type=int, default=seconds)
    arguments = parser.parse_args()
    if parts:
        for part in set(arguments.parts).difference(parts):
            parser.error(f"there is no part {part}")
        arguments.parts = arguments.parts or parts
    return arguments


def process_at(port):
    """The folder in /proc of the process that listens on a port."""
    listener = subprocess.run(["ss", "-ltnpH", f"sport = :{port}"], check=True, capture_output=True, text=True).stdout
    return pathlib.Path("/proc", re.search(r"pid=(\d+)", listener).group(1))


class Cpu:
    """The CPU time of the process that listens on a port, its children not included."""

    def __init__(self, server):
        self.stat = process_at(urllib.parse.urlsplit(server).port) / "stat"

    def seconds(self):
        # The command's name, in parentheses, may hold spaces; user and system time are the 12th and 13th field behind
        # it.
        fields = self.stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Side:
    """One of the two that are compared: a script of wrk, and a function that makes what it reads for each run."""

    def __init__(self, name, script, lines):
        self.name, self.script, self.lines = name, script, lines

    @staticmethod
    def calls(name, method, content_type, requests):
        """Requests that take turns, each a path, a bearer and a body, of which the last two may be empty; or a function
        that gives them for each run."""
        return Side(name, "call.lua", lambda: [method, content_type]
                    + ["\t".join(each) for each in (requests() if callable(requests) else requests)])

    @staticmethod
    def refreshes(name, content_type, before, after, sessions):
        """Sessions that take turns; the function makes new ones for each run, each a path and a token."""
        return Side(name, "refresh.lua", lambda: [str(CONNECTIONS), content_type, before, after]
                    + ["\t".join(each) for each in sessions()])

    def measure(self, server, cpu, seconds):
        """Requests a second, all of them answered with 2xx or 3xx, and requests a second of the server's CPU time."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(self.lines()) + "\n")
            file.flush()
            before = cpu.seconds()
            output = subprocess.run(
                ["wrk", "-t", str(CONNECTIONS), "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", "20s",
                 "-s", str(HERE / self.script), server],
                env={**os.environ, "BENCH_REQUEST": file.name}, check=True, capture_output=True, text=True).stdout
            used = cpu.seconds() - before
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
        if bad or "Socket errors" in output:
            raise SystemExit(f"{self.name} did not answer as it should:\n{output}")
        requests = int(re.search(r"(\d+) requests in", output).group(1))
        return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)), requests / used


def ratios(name, peer, subject, other, rounds):
    """How many times as many requests the subject answers as the other: the median, the lowest and the highest round,
    and the median by CPU time. Both are functions that measure."""
    rates, frugality = [], []
    for i in range(rounds):
        # Who goes first changes, so that neither gains by it.
        measured = {side: side() for side in ((subject, other) if i % 2 == 0 else (other, subject))}
        rates.append(measured[subject][0] / measured[other][0])
        frugality.append(measured[subject][1] / measured[other][1])
    row = {"route": name, "peer": peer, "ratio": statistics.median(rates),
           "low": min(rates), "high": max(rates), "cpu": statistics.median(frugality)}
    print(f"{row['route']:34} / {row['peer']:24} {row['ratio']:.2f}  ({row['low']:.2f} to {row['high']:.2f}),"
          f" a CPU second {row['cpu']:.2f} ({min(frugality):.2f} to {max(frugality):.2f})", flush=True)
    return row


def compare(subject, peer, server, rounds, seconds):
    """The ratios of two sides of one server, after one run of each to warm up."""
    cpu = Cpu(server)
    for side in (subject, peer):
        side.measure(server, cpu, seconds)
    return ratios(subject.name, peer.name, lambda: subject.measure(server, cpu, seconds),
                  lambda: peer.measure(server, cpu, seconds), rounds)


def write(page, mark, text):
    """Puts a text between the page's comments of that mark."""
    file = DOCS / page
    begin, end = f"<!-- {mark} -->\n", f"\n<!-- /{mark} -->"
    before, rest = file.read_text().split(begin)
    file.write_text(before + begin + text + end + rest.split(end)[1])
