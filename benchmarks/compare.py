#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the API with Keycloak's own endpoints on the same server, and writes the table and the plot of
docs/performance.md.

Each route and its peer take turns, so that whatever else the machine does falls on both; what counts is the median of
the ratios of neighbours. Beside the requests a second stands the server's CPU time for one request, which other work on
the machine hardly touches. Signin's is also compared with a bare password hash, by JMH. Needs wrk, ss and Maven.
benchmarks/server starts the server, on the same machine.
"""

import base64
import json
import urllib.parse

from bare_hash import hashes, sentence
from bench import CONNECTIONS, DOCS, Cpu, Side, compare, options, write
from calls import FORM, JSON, PASSWORD, Admin, path, post
from plot import plot

USERS = 200
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
                        lambda: [(path(f"{heimdall}/auth/refresh"), ours()["refresh_token"])
                                 for _ in range(CONNECTIONS)]),
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
                    [(path(f"{heimdall}/verify"), "", json.dumps({"token": own})) for own, _ in bearers]),
         introspection, None),
    ]
    return compared, check


def table(rows, rounds, seconds):
    lines = ["| route | against | times as many requests a second | lowest and highest round | goal "
             "| times as many requests a CPU second |", "|---|---|---|---|---|---|"]
    for row in rows:
        goal = "none"
        if row["goal"] is not None:
            goal = f"{row['goal']:.1f}" + (", missed" if row["ratio"] < row["goal"] else "")
        lines.append(f"| `{row['route']}` | {row['peer']} | **{row['ratio']:.2f}** "
                     f"| {row['low']:.2f} to {row['high']:.2f} | {goal} | {row['cpu']:.2f} |")
    lines.append("")
    lines.append(f"{rounds} rounds of {seconds} s each, after one to warm up; {CONNECTIONS} connections; "
                 f"{USERS} users.")
    return "\n".join(lines)


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
