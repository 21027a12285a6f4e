#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the API with many apps, many users in an app and many sessions a user, each against the fewest in the same run, and
writes the tables of docs/performance.md.

Needs wrk, ss and psql, and benchmarks/server on the same machine, whose database is filled: one million users are loaded by
SQL. A first run takes about half an hour longer than the next ones, which find all of it made.
"""

import base64
import json
import subprocess
import urllib.error
import urllib.parse

from bench import CONNECTIONS, JSON, PASSWORD, Admin, Side, compare, options, path, post, send, write

APPS = (100, 500)
USERS = (1_000, 100_000, 1_000_000)
SESSIONS = (1, 10, 100)
SIGNED_UP = 20
GOAL = 1.3
# Refresh needs a session a request of its own making; more than these would be signins, not refreshes.
REFRESHING = 20


class Bench:
    """Makes apps and users on the server, unless a run before did so."""

    def __init__(self, server):
        self.server, self.admin = server, Admin(server)
        self.made = {realm["realm"] for realm in self.admin.call("GET", "?briefRepresentation=true")}

    def app(self, name, users, max_sessions=CONNECTIONS):
        """An app with users whose password is known; gives pairs of the app's base URL and a user's name."""
        root = f"{self.server}/{name}/v1"
        names = [f"user-{i:03}" for i in range(users)]
        if name not in self.made:
            self.admin.call("POST", "", {
                "realm": name, "enabled": True, "sslRequired": "external", "eventsEnabled": False,
                "attributes": {"heimdall.enabled": "true", "heimdall.max_failed_login_attempts": "100",
                               "heimdall.rate_limit_signup_per_minute": "0",
                               "heimdall.rate_limit_signin_per_minute": "0",
                               "heimdall.max_sessions": str(max_sessions)}})
        if not self.admin.call("GET", f"/{name}/users?exact=true&username={names[-1]}"):
            for each in names:
                post(f"{root}/auth/signup", {"email": f"{each}@example.com", "username": each, "password": PASSWORD,
                                             "display_name": each})
        return [(root, each) for each in names]

    def load(self, name, users):
        """Fills an app up to that many users by SQL: no passwords, the role of members."""
        loaded = f"select count(*) from user_entity u join realm r on r.id = u.realm_id where r.name = '{name}'"
        missing = users - int(self.sql(loaded))
        if missing <= 0:
            return
        self.sql(f"""
            insert into user_entity
                (id, username, email, email_constraint, email_verified, enabled, realm_id, created_timestamp, not_before)
            select gen_random_uuid(), login, login || '@example.com', login || '@example.com', true, true, realm.id,
                1700000000000 + n, 0
            from realm, generate_series(1, {missing}) n, lateral (select 'load-' || lpad(n::text, 9, '0') as login) named
            where realm.name = '{name}';
            insert into user_role_mapping (user_id, role_id)
            select u.id, r.id from user_entity u
            join realm on realm.id = u.realm_id and realm.name = '{name}'
            join keycloak_role r on r.realm_id = realm.id and r.name = 'member' and not r.client_role
            where u.username like 'load-%';
            analyze user_entity; analyze user_role_mapping;""")

    def owner(self, name, username):
        """Makes the user an owner of the app."""
        user = self.admin.call("GET", f"/{name}/users?exact=true&username={username}")[0]["id"]
        self.admin.call("POST", f"/{name}/users/{user}/role-mappings/realm", [self.admin.call("GET", f"/{name}/roles/owner")])

    def start_sessions(self, name, user, wanted):
        """Signs the user in until there are that many sessions."""
        user_id = self.admin.call("GET", f"/{name}/users?exact=true&username={user[1]}")[0]["id"]
        for _ in range(len(self.admin.call("GET", f"/{name}/users/{user_id}/sessions")), wanted):
            signin(user)

    def sql(self, text):
        port = urllib.parse.urlsplit(self.server).port + 2
        return subprocess.run(["psql", "-qtAX", "-v", "ON_ERROR_STOP=1", "-c", text,
                               f"postgresql://keycloak@127.0.0.1:{port}/postgres"],
                              check=True, capture_output=True, text=True).stdout.strip()


def signin(user):
    root, name = user
    return post(f"{root}/auth/signin", {"identifier": name, "password": PASSWORD})


class Bearers:
    """A bearer for each user. Signins of the same users may end its session, and then it is a new one."""

    def __init__(self, users):
        self.users = users
        self.known = [None] * len(users)

    def all(self):
        self.known = [bearer if bearer and holds(user[0], bearer) else signin(user)["access_token"]
                      for user, bearer in zip(self.users, self.known)]
        return self.known


def holds(root, bearer):
    try:
        send("GET", f"{root}/me", headers={"Authorization": f"Bearer {bearer}"})
        return True
    except urllib.error.HTTPError as refused:
        if refused.code != 401:
            raise
        return False


def routes(label, users):
    """The routes that are measured, as these users, who take turns."""
    bearers = Bearers(users)
    yield Side.calls(f"POST /auth/signin, {label}", "POST", JSON,
                     [(path(f"{root}/auth/signin"), "", json.dumps({"identifier": name, "password": PASSWORD}))
                      for root, name in users])
    yield Side.refreshes(f"POST /auth/refresh, {label}", JSON, '{"refresh_token":"', '"}',
                         lambda: [(path(f"{users[i % len(users)][0]}/auth/refresh"), signin(users[i % len(users)])["refresh_token"])
                                  for i in range(min(REFRESHING, len(users)))])
    yield Side.calls(f"GET /me, {label}", "GET", "",
                     lambda: [(path(f"{root}/me"), bearer, "") for (root, _), bearer in zip(users, bearers.all())])


def pages(bench, name, label):
    """The first page of the users and one from the middle, as an owner."""
    root = f"{bench.server}/{name}/v1"
    bench.owner(name, "user-000")
    bearers = Bearers([(root, "user-000")])
    bearer = bearers.all()[0]
    # A cursor is the last user's key and id.
    middle = bench.sql(f"""select u.username || E'\\n' || u.id from user_entity u
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
                         lambda url=url: [(url[len(bench.server):], bearers.all()[0], "")])


def by_apps(bench):
    one = bench.app("grow-one", SIGNED_UP)
    many = [bench.app(f"grow-{i:03}", 1)[0] for i in range(max(APPS))]
    yield "1 app", list(routes("1 app", one))
    for n in APPS:
        yield f"{n} apps", list(routes(f"{n} apps", many[:n]))


def by_users(bench):
    for n in USERS:
        name, size = f"users-{n}", f"{n:,} users"
        users = bench.app(name, SIGNED_UP)
        bench.load(name, n)
        yield size, list(routes(size, users)) + list(pages(bench, name, size))


def by_sessions(bench):
    for n in SESSIONS:
        size = "1 session" if n == 1 else f"{n} sessions"
        users = bench.app(f"sessions-{n}", SIGNED_UP, max_sessions=n)
        for user in users:
            bench.start_sessions(f"sessions-{n}", user, n)
        yield size, list(routes(size, users))


# What grows, and the sides of each size, smallest first.
PARTS = {"apps": by_apps, "users": by_users, "sessions": by_sessions}


def table(rows, rounds, seconds):
    lines = ["| route | with | against | times as long | lowest and highest round | times the CPU |", "|---|---|---|---|---|---|"]
    for route, size, smallest, row in rows:
        slower = 1 / row["ratio"]
        missed = f", over {GOAL}" if slower > GOAL else ""
        lines.append(f"| `{route}` | {size} | {smallest} | **{slower:.2f}**{missed} | {1 / row['high']:.2f} to {1 / row['low']:.2f} "
                     f"| {1 / row['cpu']:.2f} |")
    return "\n".join(lines + ["", f"{rounds} rounds of {seconds} s each, after one to warm up."])


def main():
    arguments = options(__doc__, rounds=3, seconds=3, parts=list(PARTS))
    server, rounds, seconds = arguments.server, arguments.rounds, arguments.seconds
    bench = Bench(server)
    for part in arguments.parts:
        (smallest, base), *larger = PARTS[part](bench)
        rows = [(subject.name.rpartition(", ")[0], size, smallest, compare(subject, peer, server, rounds, seconds))
                for size, sides in larger for subject, peer in zip(sides, base)]
        write("performance.md", f"growth by {part}", table(rows, rounds, seconds))


if __name__ == "__main__":
    main()
