#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares two builds of the JAR: what a change cost or gained, route by route.

Each build has a server of its own, both on this machine; the two take turns at each route, and what counts is the
median of the ratios of neighbours. Start them by benchmarks/server, the later build's with another folder and port:

    benchmarks/server <folder> 18080                    # in the checkout of the earlier build
    benchmarks/server <folder> 18180                    # in the checkout of the later build
    benchmarks/versions.py --server http://127.0.0.1:18180 --earlier http://127.0.0.1:18080
"""

import json

from bench import CONNECTIONS, Cpu, Side, options, ratios
from calls import JSON, PASSWORD, path, post

USERS = 50
WARM_SECONDS = 20
PARTS = ("signin", "refresh", "me", "permissions", "authorize", "verify")


def users(server):
    """The names of users, who are made unless a run before did so."""
    names = [f"versions-{i:03}" for i in range(USERS)]
    try:
        post(f"{server}/bench/v1/auth/signin", {"identifier": names[-1], "password": PASSWORD})
    except OSError:
        for name in names:
            post(f"{server}/bench/v1/auth/signup",
                 {"email": f"{name}@example.com", "username": name, "password": PASSWORD, "display_name": name})
    return names


def sides(server, parts):
    root = f"{server}/bench/v1"
    signins = [{"identifier": name, "password": PASSWORD} for name in users(server)]
    bearers = [post(f"{root}/auth/signin", each)["access_token"] for each in signins]
    asked = json.dumps({"permission": "user.read"})
    known = [
        Side.calls("POST /auth/signin", "POST", JSON,
                   [(path(f"{root}/auth/signin"), "", json.dumps(each)) for each in signins]),
        Side.refreshes("POST /auth/refresh", JSON, '{"refresh_token":"', '"}',
                       lambda: [(path(f"{root}/auth/refresh"), post(f"{root}/auth/signin", signins[0])["refresh_token"])
                                for _ in range(CONNECTIONS)]),
        Side.calls("GET /me", "GET", "", [(path(f"{root}/me"), bearer, "") for bearer in bearers]),
        Side.calls("GET /me/permissions", "GET", "",
                   [(path(f"{root}/me/permissions"), bearer, "") for bearer in bearers]),
        Side.calls("POST /authorize", "POST", JSON, [(path(f"{root}/authorize"), bearer, asked) for bearer in bearers]),
        Side.calls("POST /verify", "POST", JSON,
                   [(path(f"{root}/verify"), "", json.dumps({"token": bearer})) for bearer in bearers]),
    ]
    return [side for side in known if side.name.rpartition("/")[2] in parts]


def main():
    arguments = options(__doc__, rounds=5, seconds=4, parts=PARTS, earlier=True)
    later, earlier = arguments.server, arguments.earlier
    cpus = {server: Cpu(server) for server in (later, earlier)}
    pairs = list(zip(sides(later, arguments.parts), sides(earlier, arguments.parts)))
    # The servers' compilers have seen all routes before one counts; with less, the ratio of signins was that of the
    # compilers.
    for own, before in pairs:
        own.measure(later, cpus[later], WARM_SECONDS)
        before.measure(earlier, cpus[earlier], WARM_SECONDS)
    for own, before in pairs:
        ratios(own.name, "before", lambda: own.measure(later, cpus[later], arguments.seconds),
               lambda: before.measure(earlier, cpus[earlier], arguments.seconds), arguments.rounds)


if __name__ == "__main__":
    main()
