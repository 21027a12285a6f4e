#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the API with many apps, many users in an app and many sessions a user, each against the fewest in the same
run, and writes the tables of docs/performance.md.

Needs wrk, ss and psql, and benchmarks/server on the same machine, whose database is filled: one million users are
loaded by SQL. A first run takes about half an hour longer than the next ones, which find all of it made.
"""

import base64
import json

from bench import Side, compare, options, write
from calls import JSON, PASSWORD, path, send
from crowd import Bearers, Crowd, signin

APPS = (100, 500)
USERS = (1_000, 100_000, 1_000_000)
SESSIONS = (1, 10, 100)
SIGNED_UP = 20
GOAL = 1.3
# Refresh needs a session a request of its own making; more than these would be signins, not refreshes.
REFRESHING = 20


def routes(label, users):
    """The routes that are measured, as these users, who take turns."""
    bearers = Bearers(users)
    yield Side.calls(f"POST /auth/signin, {label}", "POST", JSON,
                     [(path(f"{root}/auth/signin"), "", json.dumps({"identifier": name, "password": PASSWORD}))
                      for root, name in users])
    yield Side.refreshes(f"POST /auth/refresh, {label}", JSON, '{"refresh_token":"', '"}',
                         lambda: [(path(f"{user[0]}/auth/refresh"), signin(user)["refresh_token"])
                                  for user in users[:REFRESHING]])
    yield Side.calls(f"GET /me, {label}", "GET", "",
                     lambda: [(path(f"{root}/me"), bearer, "") for (root, _), bearer in zip(users, bearers.all())])


def pages(crowd, name, label):
    """The first page of the users and one from the middle, as an owner."""
    root = f"{crowd.server}/{name}/v1"
    crowd.owner(name, "user-000")
    bearers = Bearers([(root, "user-000")])
    bearer = bearers.all()[0]
    # A cursor is the last user's key and id.
    middle = crowd.sql(f"""select u.username || E'\\n' || u.id from user_entity u
        join realm r on r.id = u.realm_id and r.name = '{name}' where u.username like 'load-%'
        order by u.username offset (select count(*) / 2 from user_entity u join realm r on r.id = u.realm_id
        and r.name = '{name}') limit 1""")
    cursor = base64.urlsafe_b64encode(middle.encode()).decode().rstrip("=")
    for which, query in (("first", "limit=50"), ("middle", f"limit=50&cursor={cursor}")):
        url = f"{root}/admin/users?{query}"
        found = len(send("GET", url, headers={"Authorization": f"Bearer {bearer}"})["data"])
        if found != 50:
            raise SystemExit(f"{url} has {found} users")
        yield Side.calls(f"GET /admin/users, {which} page, {label}", "GET", "",
                         lambda url=url: [(url[len(crowd.server):], bearers.all()[0], "")])


def by_apps(crowd):
    one = crowd.app("grow-one", SIGNED_UP)
    many = [crowd.app(f"grow-{i:03}", 1)[0] for i in range(max(APPS))]
    yield "1 app", list(routes("1 app", one))
    for n in APPS:
        yield f"{n} apps", list(routes(f"{n} apps", many[:n]))


def by_users(crowd):
    for n in USERS:
        name, size = f"users-{n}", f"{n:,} users"
        users = crowd.app(name, SIGNED_UP)
        crowd.load(name, n)
        yield size, list(routes(size, users)) + list(pages(crowd, name, size))


def by_sessions(crowd):
    for n in SESSIONS:
        size = "1 session" if n == 1 else f"{n} sessions"
        users = crowd.app(f"sessions-{n}", SIGNED_UP, max_sessions=n)
        for user in users:
            crowd.start_sessions(f"sessions-{n}", user, n)
        yield size, list(routes(size, users))


# What grows, and the sides of each size, smallest first.
PARTS = {"apps": by_apps, "users": by_users, "sessions": by_sessions}


def table(rows, rounds, seconds):
    lines = ["| route | with | against | times as long | lowest and highest round | times the CPU |",
             "|---|---|---|---|---|---|"]
    for route, size, smallest, row in rows:
        slower = 1 / row["ratio"]
        missed = f", over {GOAL}" if slower > GOAL else ""
        lines.append(f"| `{route}` | {size} | {smallest} | **{slower:.2f}**{missed} "
                     f"| {1 / row['high']:.2f} to {1 / row['low']:.2f} | {1 / row['cpu']:.2f} |")
    return "\n".join(lines + ["", f"{rounds} rounds of {seconds} s each, after one to warm up."])


def main():
    arguments = options(__doc__, rounds=3, seconds=3, parts=list(PARTS))
    server, rounds, seconds = arguments.server, arguments.rounds, arguments.seconds
    crowd = Crowd(server)
    for part in arguments.parts:
        (smallest, base), *larger = PARTS[part](crowd)
        rows = [(subject.name.rpartition(", ")[0], size, smallest, compare(subject, peer, server, rounds, seconds))
                for size, sides in larger for subject, peer in zip(sides, base)]
        write("performance.md", f"growth by {part}", table(rows, rounds, seconds))


if __name__ == "__main__":
    main()
