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
for variable in "HEIMDALL_FOREIGN_TOKEN", "HEIMDALL_KEYCLOAKS_TOKEN":
    token = os.environ[variable]
    try:
        verified(token)
    except jwt.exceptions.PyJWTError as refusal:
        print("refused", variable, refusal)
    else:
        raise AssertionError("took " + variable)
