# SPDX-License-Identifier: Apache-2.0
"""The guide with the client that openapi-generator makes for Python."""
import os
import unittest
import uuid
from datetime import datetime, timedelta, timezone

import heimdall
from heimdall.models import (
    FieldFault,
    MeProfileInCamelCase,
    RefreshTokenRequest,
    SigninRequest,
    SignupRequest,
    TokenResponse,
)

SLUG = os.environ["HEIMDALL_SLUG"]
PASSWORD = "CorrectHorseBatteryStaple"


def client(bearer=None):
    return heimdall.ApiClient(heimdall.Configuration(host=os.environ["HEIMDALL_BASE_URL"], access_token=bearer))


class GuideTest(unittest.TestCase):
    def setUp(self):
        self.username = f"ada-{uuid.uuid4()}"
        self.signing = heimdall.SigningInApi(client())

    def sign_up(self, password):
        return self.signing.auth_signup(
            SLUG,
            SignupRequest(
                email=f"{self.username}@example.com",
                username=self.username,
                password=password,
                display_name="Ada Lovelace",
            ),
        )

    def test_signs_up_and_in_and_out(self):
        self.assertEqual(3600, self.sign_up(PASSWORD).expires_in)

        signed_in = self.signing.auth_signin(
            SLUG, SigninRequest(identifier=self.username, password=PASSWORD)
        ).actual_instance
        self.assertIsInstance(signed_in, TokenResponse)
        me = heimdall.OwnAccountApi(client(signed_in.access_token)).me_profile(SLUG).actual_instance
        self.assertIsInstance(me, MeProfileInCamelCase)
        self.assertEqual((self.username, "Ada Lovelace", None), (me.username, me.display_name, me.email_verified_at))
        self.assertLess(datetime.now(timezone.utc) - me.created_at, timedelta(minutes=5))

        refreshed = self.signing.auth_refresh(SLUG, RefreshTokenRequest(refresh_token=signed_in.refresh_token))
        self.assertNotEqual(signed_in.refresh_token, refreshed.refresh_token)
        last = RefreshTokenRequest(refresh_token=refreshed.refresh_token)
        self.signing.auth_logout(SLUG, last)
        with self.assertRaises(heimdall.exceptions.UnauthorizedException):
            self.signing.auth_refresh(SLUG, last)

    def test_reads_what_is_wrong_with_a_request(self):
        with self.assertRaises(heimdall.exceptions.BadRequestException) as refused:
            self.sign_up("short")

        error = heimdall.models.ErrorBody.from_json(refused.exception.body)
        self.assertEqual((400, "password"), (error.status_code, error.errors[0].var_field))
        self.assertIs(FieldFault.TOO_SHORT, error.errors[0].code)

    def test_lists_users_for_an_admin(self):
        admin = heimdall.UsersForAdminsApi(client(os.environ["HEIMDALL_ADMIN_BEARER"]))

        self.assertIsNotNone(admin.platform_users_list(SLUG, limit=1).data)


if __name__ == "__main__":
    unittest.main()
