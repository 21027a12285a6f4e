#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what the JAR weighs: its size, and the start-up time and the resident memory of a Keycloak with it and one
without, which take turns. Writes the table of docs/performance.md.

Needs `mvn package` to have run, and a distribution's zip. Each server is in production mode on an H2 of its own,
without a realm but the admins'.
"""

import argparse
import datetime
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import urllib.request
import zipfile

from bench import HERE, process_at, write

JAR = HERE.parent / "providers/target/keycloak-heimdall.jar"
STARTED = re.compile(r"started in ([\d.]+)s")


class Server:
    """A Keycloak that is built once and started many times."""

    def __init__(self, folder, distribution, jar):
        with zipfile.ZipFile(distribution) as archive:
            archive.extractall(folder)
        self.home = next(folder.iterdir())
        if jar:
            shutil.copy(jar, self.home / "providers")
        self.run("build", "--db=dev-file").check_returncode()

    def run(self, *arguments):
        return subprocess.run(["bash", self.home / "bin/kc.sh", *arguments], capture_output=True, text=True)

    def start(self):
        """Seconds until it listens, as it says itself, and the resident memory in MiB once it answered a request."""
        port = free_port()
        # Keycloak's script runs Java as its child unless it may replace itself, so the memory is asked by the port.
        server = subprocess.Popen(
            ["bash", self.home / "bin/kc.sh", "start", "--optimized", "--http-enabled=true", "--hostname-strict=false",
             "--cache=local", "--http-host=127.0.0.1", f"--http-port={port}"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            env={**os.environ, "KC_BOOTSTRAP_ADMIN_USERNAME": "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD": "admin"})
        try:
            log = []
            for line in server.stdout:
                log.append(line)
                started = STARTED.search(line)
                if started:
                    break
            else:
                raise SystemExit("".join(log))
            urllib.request.urlopen(f"http://127.0.0.1:{port}/realms/master").close()
            status = (process_at(port) / "status").read_text()
            return float(started.group(1)), int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
        finally:
            os.killpg(server.pid, 15)
            server.communicate()


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("zip", help="keycloak-quarkus-dist-<version>.zip")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sides = {}
        for name, jar in (("with", JAR), ("without", None)):
            home = pathlib.Path(folder, name)
            home.mkdir()
            sides[name] = Server(home, arguments.zip, jar)
            # The first start makes the tables.
            sides[name].start()
        measured = {name: [] for name in sides}
        for i in range(arguments.rounds):
            for name in sorted(sides, reverse=i % 2 == 1):
                measured[name].append(sides[name].start())
                print(name, *measured[name][-1], flush=True)
    ratios = [(a[0] / b[0], a[1] / b[1]) for a, b in zip(measured["with"], measured["without"])]
    lines = ["| | with the JAR, as a multiple of without | lowest and highest round |", "|---|---|---|"]
    for name, values in zip(("start-up time", "resident memory after the first answer"), zip(*ratios)):
        lines.append(f"| {name} | **{statistics.median(values):.2f}** | {min(values):.2f} to {max(values):.2f} |")
    size = f"{JAR.stat().st_size / 1024:,.0f} KiB"
    lines += ["", f"On {datetime.date.today()} the JAR had {size}, and brings no other. {arguments.rounds} rounds."]
    write("performance.md", "weight", "\n".join(lines))


if __name__ == "__main__":
    main()
