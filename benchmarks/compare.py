#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the API with Keycloak's own endpoints on the same server, and writes the table and the plot of
docs/performance.md.

Each route and its peer take turns, so that whatever else the machine does falls on both; what counts is the median of the
ratios of neighbours. Beside the requests a second stands the server's CPU time for one request, which other work on the machine
hardly touches. Needs wrk and ss. benchmarks/server starts the server, on the same machine.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
CONNECTIONS = 2
USERS = 200
PASSWORD = "CorrectHorseBatteryStaple"
PEER = {"client_id": "peer", "client_secret": "peer-secret"}


def post(url, body, content_type):
    data = (json.dumps(body) if content_type == JSON else urllib.parse.urlencode(body)).encode()
    request = urllib.request.Request(url, data, {"Content-Type": content_type})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


class Cpu:
    """The CPU time of the process that listens on a port, its children not included."""

    def __init__(self, port):
        listener = subprocess.run(["ss", "-ltnpH", f"sport = :{port}"], check=True, capture_output=True, text=True).stdout
        self.stat = pathlib.Path("/proc", re.search(r"pid=(\d+)", listener).group(1), "stat")

    def seconds(self):
        # The command's name, in parentheses, may hold spaces; user and system time are the 12th and 13th field behind it.
        fields = self.stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Side:
    """One of the two that are compared."""

    def __init__(self, name, script, lines):
        self.name, self.script, self.lines = name, script, lines

    def measure(self, server, cpu, seconds):
        """Requests a second, all of them answered with 2xx or 3xx, and requests a second of the server's CPU time."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(self.lines() if callable(self.lines) else self.lines) + "\n")
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


def sides(server, usernames):
    heimdall = f"{server}/bench/v1"
    oidc = f"{server}/realms/bench/protocol/openid-connect"
    path = lambda url: urllib.parse.urlsplit(url).path
    grants = [{"grant_type": "password", "username": username, "password": PASSWORD, "scope": "openid", **PEER}
              for username in usernames]
    signins = [{"identifier": username, "password": PASSWORD} for username in usernames]

    def ours():
        return post(f"{heimdall}/auth/signin", signins[0], JSON)

    def theirs():
        return post(f"{oidc}/token", grants[0], FORM)

    bearer, peer_bearer = ours()["access_token"], theirs()["access_token"]
    # A token that does not hold is answered with 200 too, and sooner.
    for url, body, content_type, holds in (
            (f"{heimdall}/verify", {"token": bearer}, JSON, "valid"),
            (f"{oidc}/token/introspect", {"token": peer_bearer, **PEER}, FORM, "active")):
        if not post(url, body, content_type)[holds]:
            raise SystemExit(f"{url} does not take the token")
    userinfo = Side("GET /userinfo", "call.lua", ["GET", path(f"{oidc}/userinfo"), "", peer_bearer, ""])
    introspection = Side("POST /token/introspect", "call.lua",
                         ["POST", path(f"{oidc}/token/introspect"), FORM, "",
                          urllib.parse.urlencode({"token": peer_bearer, **PEER})])
    me = Side("GET /me", "call.lua", ["GET", path(f"{heimdall}/me"), "", bearer, ""])
    asked = json.dumps({"permission": "user.read"})
    verified = json.dumps({"token": bearer})
    rest = urllib.parse.urlencode({"grant_type": "refresh_token", **PEER})
    return [
        (Side("POST /auth/signin", "call.lua",
              ["POST", path(f"{heimdall}/auth/signin"), JSON, ""] + [json.dumps(each) for each in signins]),
         Side("password grant", "call.lua",
              ["POST", path(f"{oidc}/token"), FORM, ""] + [urllib.parse.urlencode(each) for each in grants]),
         1.0),
        (Side("POST /auth/refresh", "refresh.lua",
              lambda: [path(f"{heimdall}/auth/refresh"), JSON, '{"refresh_token":"', '"}']
              + [ours()["refresh_token"] for _ in range(CONNECTIONS)]),
         Side("refresh grant", "refresh.lua",
              lambda: [path(f"{oidc}/token"), FORM, rest + "&refresh_token=", ""]
              + [theirs()["refresh_token"] for _ in range(CONNECTIONS)]),
         1.5),
        (me, userinfo, 2.0),
        (Side("GET /me/permissions", "call.lua", ["GET", path(f"{heimdall}/me/permissions"), "", bearer, ""]), me, 1.0),
        (Side("POST /oauth/introspect", "call.lua",
              ["POST", path(f"{heimdall}/oauth/introspect"), FORM, bearer, urllib.parse.urlencode({"token": bearer})]),
         introspection, None),
        (Side("POST /authorize", "call.lua", ["POST", path(f"{heimdall}/authorize"), JSON, bearer, asked]),
         introspection, 2.0),
        (Side("POST /verify", "call.lua", ["POST", path(f"{heimdall}/verify"), JSON, "", verified]),
         introspection, None),
    ]


def measure(server, usernames, rounds, seconds):
    cpu = Cpu(urllib.parse.urlsplit(server).port)
    rows = []
    for subject, peer, goal in sides(server, usernames):
        for side in (subject, peer):
            side.measure(server, cpu, seconds)
        ratios, frugality = [], []
        for i in range(rounds):
            # Who goes first changes, so that neither gains by it.
            order = (subject, peer) if i % 2 == 0 else (peer, subject)
            measured = {side: side.measure(server, cpu, seconds) for side in order}
            ratios.append(measured[subject][0] / measured[peer][0])
            frugality.append(measured[subject][1] / measured[peer][1])
        row = {"route": subject.name, "peer": peer.name, "goal": goal, "ratio": statistics.median(ratios),
               "low": min(ratios), "high": max(ratios), "cpu": statistics.median(frugality)}
        print(f"{row['route']:22} / {row['peer']:24} {row['ratio']:.2f}  ({row['low']:.2f} to {row['high']:.2f}),"
              f" a CPU second {row['cpu']:.2f} ({min(frugality):.2f} to {max(frugality):.2f})", flush=True)
        rows.append(row)
    return rows


def table(rows, rounds, seconds):
    lines = ["| route | against | times as many requests a second | lowest and highest round | goal "
             "| times as many requests a CPU second |", "|---|---|---|---|---|---|"]
    for row in rows:
        goal = "none" if row["goal"] is None else f"{row['goal']:.1f}" + (", missed" if row["ratio"] < row["goal"] else "")
        lines.append(f"| `{row['route']}` | {row['peer']} | **{row['ratio']:.2f}** | {row['low']:.2f} to {row['high']:.2f} "
                     f"| {goal} | {row['cpu']:.2f} |")
    lines.append("")
    lines.append(f"{rounds} rounds of {seconds} s each, after one to warm up; {CONNECTIONS} connections; {USERS} users.")
    return "\n".join(lines)


def plot(rows):
    left, step, scale = 190, 34, 420 / max(row["high"] for row in rows)
    height = 30 + step * len(rows)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 {height}" font-family="sans-serif" font-size="12">',
             '<title>Requests a second, as multiples of the peer</title>',
             f'<rect width="700" height="{height}" fill="white"/>']
    for i, row in enumerate(rows):
        y = 12 + i * step
        parts.append(f'<text x="{left - 8}" y="{y + 12}" text-anchor="end">{row["route"]}</text>')
        parts.append(f'<text x="{left - 8}" y="{y + 25}" text-anchor="end" fill="#777" font-size="10">/ {row["peer"]}</text>')
        parts.append(f'<rect x="{left}" y="{y + 2}" width="{row["ratio"] * scale:.1f}" height="20" fill="#3b7dd8"/>')
        low, high = left + row["low"] * scale, left + row["high"] * scale
        parts.append(f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y + 12}" y2="{y + 12}" stroke="black"/>')
        parts.append(f'<text x="{high + 6:.1f}" y="{y + 16}">{row["ratio"]:.2f}</text>')
    one = left + scale
    parts.append(f'<line x1="{one:.1f}" x2="{one:.1f}" y1="6" y2="{height - 16}" stroke="#c33" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="{one:.1f}" y="{height - 4}" text-anchor="middle" fill="#c33">as fast as the peer</text></svg>')
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="http://127.0.0.1:18080")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=10)
    arguments = parser.parse_args()
    rows = measure(arguments.server, users(arguments.server), arguments.rounds, arguments.seconds)
    (DOCS / "performance.svg").write_text(plot(rows))
    page = DOCS / "performance.md"
    begin, end = "<!-- measured -->\n", "\n<!-- /measured -->"
    text = page.read_text()
    before, rest = text.split(begin)
    page.write_text(before + begin + table(rows, arguments.rounds, arguments.seconds) + end + rest.split(end)[1])


def users(server):
    """The names of the users, who are made unless a run before did so."""
    names = [f"bench-{i:03}" for i in range(USERS)]
    made = f"{server}/admin/realms/bench/users?exact=true&username={names[-1]}"
    with urllib.request.urlopen(urllib.request.Request(made, headers=admin(server))) as answer:
        if json.load(answer):
            return names
    for name in names:
        tokens = post(f"{server}/bench/v1/auth/signup",
                      {"email": f"{name}@example.com", "username": name, "password": PASSWORD, "display_name": name}, JSON)
        complete(server, tokens["access_token"])
    return names


def complete(server, token):
    """Keycloak's own grant asks for a whole profile, the API for a display name only."""
    claims = token.split(".")[1]
    user_id = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["sub"]
    url, headers = f"{server}/admin/realms/bench/users/{user_id}", admin(server)
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        user = json.load(answer)
    user.update(firstName="Bench", lastName="Mark", emailVerified=True)
    urllib.request.urlopen(urllib.request.Request(url, json.dumps(user).encode(), headers, method="PUT")).close()


def admin(server):
    # Such a token lives for a minute.
    token = post(f"{server}/realms/master/protocol/openid-connect/token",
                 {"grant_type": "password", "client_id": "admin-cli", "username": "admin", "password": "admin"}, FORM)
    return {"Authorization": f"Bearer {token['access_token']}", "Content-Type": JSON}


if __name__ == "__main__":
    main()
