#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the API with Keycloak's own endpoints on the same server, and writes the table and the plot of
docs/performance.md.

Each route and its peer take turns, so that whatever else the machine does falls on both; what counts is the median of the
ratios of neighbours. Beside the requests a second stands the server's CPU time for one request, which other work on the machine
hardly touches. Signin's is also compared with a bare password hash, by JMH. Needs wrk, ss and Maven. benchmarks/server starts the
server, on the same machine.
"""

import base64
import json
import statistics
import subprocess
import tempfile
import urllib.parse

from bench import CONNECTIONS, DOCS, FORM, HERE, JSON, PASSWORD, Admin, Cpu, Side, compare, options, path, post, write

USERS = 200
HASH_GOAL = 1.10
PEER = {"client_id": "peer", "client_secret": "peer-secret"}


def sides(server, usernames):
    heimdall = f"{server}/bench/v1"
    oidc = f"{server}/realms/bench/protocol/openid-connect"
    grants = [{"grant_type": "password", "username": username, "password": PASSWORD, "scope": "openid", **PEER}
              for username in usernames]
    signins = [{"identifier": username, "password": PASSWORD} for username in usernames]

    def ours(user=0):
        return post(f"{heimdall}/auth/signin", signins[user], JSON)

    def theirs(user=0):
        return post(f"{oidc}/token", grants[user], FORM)

    bearers = [(ours(i)["access_token"], theirs(i)["access_token"]) for i in range(len(usernames))]

    def check():
        """A token that does not hold, or no more, is answered with 200 too, and sooner."""
        bearer, peer_bearer = bearers[0]
        for url, body, content_type, holds in (
                (f"{heimdall}/verify", {"token": bearer}, JSON, "valid"),
                (f"{oidc}/token/introspect", {"token": peer_bearer, **PEER}, FORM, "active")):
            if not post(url, body, content_type)[holds]:
                raise SystemExit(f"{url} does not take the token")

    check()
    userinfo = Side.calls("GET /userinfo", "GET", "", [(path(f"{oidc}/userinfo"), peers, "") for _, peers in bearers])
    introspection = Side.calls("POST /token/introspect", "POST", FORM,
                               [(path(f"{oidc}/token/introspect"), "", urllib.parse.urlencode({"token": peers, **PEER}))
                                for _, peers in bearers])
    me = Side.calls("GET /me", "GET", "", [(path(f"{heimdall}/me"), own, "") for own, _ in bearers])
    asked = json.dumps({"permission": "user.read"})
    rest = urllib.parse.urlencode({"grant_type": "refresh_token", **PEER})
    compared = [
        (Side.calls("POST /auth/signin", "POST", JSON,
                    [(path(f"{heimdall}/auth/signin"), "", json.dumps(each)) for each in signins]),
         Side.calls("password grant", "POST", FORM,
                    [(path(f"{oidc}/token"), "", urllib.parse.urlencode(each)) for each in grants]),
         1.0),
        (Side.refreshes("POST /auth/refresh", JSON, '{"refresh_token":"', '"}',
                        lambda: [(path(f"{heimdall}/auth/refresh"), ours()["refresh_token"]) for _ in range(CONNECTIONS)]),
         Side.refreshes("refresh grant", FORM, rest + "&refresh_token=", "",
                        lambda: [(path(f"{oidc}/token"), theirs()["refresh_token"]) for _ in range(CONNECTIONS)]),
         1.5),
        (me, userinfo, 2.0),
        (Side.calls("GET /me/permissions", "GET", "",
                    [(path(f"{heimdall}/me/permissions"), own, "") for own, _ in bearers]), me, 1.0),
        (Side.calls("POST /oauth/introspect", "POST", FORM,
                    [(path(f"{heimdall}/oauth/introspect"), own, urllib.parse.urlencode({"token": own}))
                     for own, _ in bearers]),
         introspection, None),
        (Side.calls("POST /authorize", "POST", JSON,
                    [(path(f"{heimdall}/authorize"), own, asked) for own, _ in bearers]), introspection, 2.0),
        (Side.calls("POST /verify", "POST", JSON,
                    [(path(f"{heimdall}/verify"), "", json.dumps({"token": own})) for own, _ in bearers]), introspection, None),
    ]
    return compared, check


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
    print(f"a signin costs {statistics.median(costs):.2f} bare hashes ({min(costs):.2f} to {max(costs):.2f})", flush=True)
    return statistics.median(costs), min(costs), max(costs)


def sentence(median, low, high):
    missed = ", missed" if median > HASH_GOAL else ""
    return (f"A signin costs **{median:.2f}** times the CPU time of one bare password hash ({low:.2f} to {high:.2f}; goal "
            f"{HASH_GOAL:.2f} at most{missed}).")


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
    arguments = options(__doc__, rounds=5, seconds=5)
    server, rounds, seconds = arguments.server, arguments.rounds, arguments.seconds
    compared, check = sides(server, users(server))
    # The server's compiler has seen all routes before one counts: a route that runs alone is compiled for itself.
    cpu = Cpu(server)
    for subject, peer, _ in compared:
        for side in (subject, peer):
            side.measure(server, cpu, seconds)
    rows = [{**compare(subject, peer, server, rounds, seconds), "goal": goal} for subject, peer, goal in compared]
    check()
    floor = hashes(compared[0][0], server, rounds, seconds)
    (DOCS / "performance.svg").write_text(plot(rows))
    write("performance.md", "measured", table(rows, rounds, seconds) + "\n\n" + sentence(*floor))


def users(server):
    """The names of the users, who are made unless a run before did so."""
    admin = Admin(server)
    names = [f"bench-{i:03}" for i in range(USERS)]
    if admin.call("GET", f"/bench/users?exact=true&username={names[-1]}"):
        return names
    for name in names:
        tokens = post(f"{server}/bench/v1/auth/signup",
                      {"email": f"{name}@example.com", "username": name, "password": PASSWORD, "display_name": name})
        complete(admin, tokens["access_token"])
    return names


def complete(admin, token):
    """Keycloak's own grant asks for a whole profile, the API for a display name only."""
    claims = token.split(".")[1]
    user_id = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["sub"]
    user = admin.call("GET", f"/bench/users/{user_id}")
    user.update(firstName="Bench", lastName="Mark", emailVerified=True)
    admin.call("PUT", f"/bench/users/{user_id}", user)


if __name__ == "__main__":
    main()
