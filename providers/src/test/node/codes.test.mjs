// SPDX-License-Identifier: Apache-2.0
// Codes, invites and activity with the published client. HEIMDALL_MAIL_URL answers /<address>/<n> with the code in the
// n-th mail to that address; what is mailed comes from the SMTP server of the test that runs this.
import { Auth, AuthHttpError } from '@productcraft/auth';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, beforeEach, test } from 'node:test';

const BASE_URL = required('HEIMDALL_BASE_URL');
const SLUG = required('HEIMDALL_MAIL_SLUG');
const ADMIN_BEARER = required('HEIMDALL_ADMIN_BEARER');
const MAIL_URL = required('HEIMDALL_MAIL_URL');
const PASSWORD = 'CorrectHorseBatteryStaple';
const NEW_PASSWORD = 'AnotherHorseBatteryStaple';

const anonymous = new Auth({ baseUrl: BASE_URL }).consumer(SLUG);

let backend;
let ada;
let tokens;

before(async () => {
  const platform = new Auth({ baseUrl: BASE_URL, auth: { type: 'bearer', token: ADMIN_BEARER } }).app(SLUG);
  const { key } = await platform.apiKeys.create({
    name: 'Codes',
    permissions: [
      'auth.user.verify.create',
      'auth.user.verify.send-email',
      'auth.user.password-reset.create',
      'auth.user.password-reset.send-email',
    ],
  });
  backend = new Auth({ baseUrl: BASE_URL, auth: { type: 'apiKey', key } }).consumer(SLUG);
});

beforeEach(async () => {
  const username = `ada-${randomBytes(6).toString('hex')}`;
  ada = { email: `${username}@example.com`, username, password: PASSWORD };
  tokens = await anonymous.auth.signup(ada);
});

test('requestVerification gives a code that verify takes once', async () => {
  const { code } = await backend.auth.requestVerification({ email: ada.email });
  assert.match(code, /^\d{6}$/);
  assert.equal((await anonymous.auth.verify({ code })).value, ada.email);
  await refusal(anonymous.auth.verify({ code }), 410);
});

test('sendVerificationEmail mails a code that verify takes', async () => {
  await mailed(ada.email, 1);
  const answer = await backend.auth.sendVerificationEmail({ email: ada.email });
  assert.deepEqual(Object.keys(answer), ['expires_at']);
  const { type, value } = await anonymous.auth.verify({ code: await mailed(ada.email, 2) });
  assert.deepEqual([type, value], ['email', ada.email]);
});

test('requestReset gives a code that resetPassword takes, which ends the session', async () => {
  await verified();
  const { code } = await backend.auth.requestReset({ email: ada.email });
  await anonymous.auth.resetPassword({ code, new_password: NEW_PASSWORD });
  await refusal(as(tokens).me.getProfile(), 401);
  await refusal(anonymous.auth.signin({ identifier: ada.email, password: PASSWORD }), 401);
  await anonymous.auth.signin({ identifier: ada.email, password: NEW_PASSWORD });
});

test('sendPasswordResetEmail mails a code that resetPassword takes', async () => {
  await verified();
  // The code of signup came first, the welcome second.
  await backend.auth.sendPasswordResetEmail({ email: ada.email });
  await anonymous.auth.resetPassword({ code: await mailed(ada.email, 3), new_password: NEW_PASSWORD });
  await anonymous.auth.signin({ identifier: ada.email, password: NEW_PASSWORD });
});

test('nobody is answered with nothing', async () => {
  const nobody = { email: `nobody-${ada.email}` };
  for (const call of ['requestVerification', 'sendVerificationEmail', 'requestReset', 'sendPasswordResetEmail']) {
    assert.deepEqual(await backend.auth[call](nobody), {}, call);
  }
});

test('acceptInvite takes the code of an invite once', async () => {
  const email = `guest-${ada.email}`;
  const invite = await fetch(`${BASE_URL}/v1/apps/${SLUG}/end-users/invites`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_BEARER}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  assert.equal(invite.status, 201);
  const { code } = await invite.json();
  const accepted = await anonymous.auth.acceptInvite({ code, username: `guest-${ada.username}`, password: PASSWORD });
  const profile = await as(accepted).me.getProfile();
  assert.equal(profile.email, email);
  assert.ok(profile.emailVerifiedAt);
  await refusal(anonymous.auth.acceptInvite({ code, username: `late-${ada.username}`, password: PASSWORD }), 410);
});

test('getActivity tells what the user did, a page at a time', async () => {
  await anonymous.auth.signin({ identifier: ada.username, password: PASSWORD });
  const { data, pagination } = await as(tokens).me.getActivity({ limit: 1 });
  assert.equal(data.length, 1);
  assert.match(data[0].action, /^\w+\.\w+/);
  assert.equal(pagination.has_more, true);
});

async function verified() {
  await anonymous.auth.verify({ code: await mailed(ada.email, 1) });
  await anonymous.auth.signin({ identifier: ada.email, password: PASSWORD });
}

/** The code in the n-th mail to the address, once it is there. */
async function mailed(address, n) {
  const response = await fetch(`${MAIL_URL}/${address}/${n}`);
  assert.equal(response.status, 200);
  return response.text();
}

function as({ access_token: token }) {
  return new Auth({ baseUrl: BASE_URL, auth: { type: 'bearer', token } }).consumer(SLUG);
}

async function refusal(promise, status) {
  const error = await promise.then(() => assert.fail(`expected ${status}, and it worked`), (thrown) => thrown);
  assert.ok(error instanceof AuthHttpError, String(error));
  assert.equal(error.status, status);
}

function required(name) {
  return process.env[name] ?? assert.fail(`${name} is not set`);
}
