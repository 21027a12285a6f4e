# SPDX-License-Identifier: Apache-2.0
"""Many apps, many users in an app and many sessions a user, for benchmarks/growth.py to measure with."""

import subprocess
import urllib.error
import urllib.parse

from bench import CONNECTIONS
from calls import PASSWORD, Admin, post, send


class Crowd:
    """Makes apps, users and sessions on the server, unless a run before did so."""

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
                (id, username, email, email_constraint, email_verified, enabled, realm_id, created_timestamp,
                not_before)
            select gen_random_uuid(), login, login || '@example.com', login || '@example.com', true, true, realm.id,
                1700000000000 + n, 0
            from realm, generate_series(1, {missing}) n,
                lateral (select 'load-' || lpad(n::text, 9, '0') as login) named
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
        role = self.admin.call("GET", f"/{name}/roles/owner")
        self.admin.call("POST", f"/{name}/users/{user}/role-mappings/realm", [role])

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
