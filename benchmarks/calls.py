# SPDX-License-Identifier: Apache-2.0
"""Calls that prepare a run."""

import json
import urllib.parse
import urllib.request

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
PASSWORD = "CorrectHorseBatteryStaple"


def path(url):
    return urllib.parse.urlsplit(url).path


def send(method, url, body=None, headers=None):
    request = urllib.request.Request(url, body, headers or {}, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def post(url, body, content_type=JSON):
    data = (json.dumps(body) if content_type == JSON else urllib.parse.urlencode(body)).encode()
    return send("POST", url, data, {"Content-Type": content_type})


class Admin:
    """The server's admin at Keycloak's own API."""

    def __init__(self, server):
        self.server = server

    def token(self):
        # One lives for a minute, so each call takes a new one.
        return post(f"{self.server}/realms/master/protocol/openid-connect/token",
                    {"grant_type": "password", "client_id": "admin-cli", "username": "admin", "password": "admin"},
                    FORM)["access_token"]

    def call(self, method, path, body=None):
        headers = {"Authorization": f"Bearer {self.token()}", "Content-Type": JSON}
        data = None if body is None else json.dumps(body).encode()
        return send(method, f"{self.server}/admin/realms{path}", data, headers)
