# SPDX-License-Identifier: Apache-2.0
"""PyJWT with the keys below the issuer: Debian's python3-jwt and python3-cryptography."""

import os

import jwt

issuer = os.environ["HEIMDALL_ISSUER"]
audience = os.environ["HEIMDALL_AUDIENCE"]
keys = jwt.PyJWKClient(issuer + "/.well-known/jwks.json")


def verified(token):
    key = keys.get_signing_key_from_jwt(token).key
    return jwt.decode(token, key, algorithms=["RS256"], issuer=issuer, audience=audience)


assert verified(os.environ["HEIMDALL_TOKEN"])["sub"] == os.environ["HEIMDALL_SUBJECT"]
try:
    verified(os.environ["HEIMDALL_FOREIGN_TOKEN"])
except jwt.exceptions.PyJWTError:
    print("refused the token of another app")
else:
    raise AssertionError("took the token of another app")
