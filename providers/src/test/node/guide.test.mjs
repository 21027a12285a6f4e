// SPDX-License-Identifier: Apache-2.0
// The quickstart guide, step by step, with the published client as it is; only its baseUrl is set.
// HEIMDALL_BASE_URL and HEIMDALL_SLUG say which server and which app.
import { Auth, AuthHttpError, JwtAudienceMismatchError, JwtInvalidError } from '@productcraft/auth';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';

const BASE_URL = required('HEIMDALL_BASE_URL');
const SLUG = required('HEIMDALL_SLUG');
const PASSWORD = 'CorrectHorseBatteryStaple';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const anonymous = new Auth({ baseUrl: BASE_URL }).consumer(SLUG);

let ada;
let tokens;

beforeEach(async () => {
  const name = `ada-${randomBytes(6).toString('hex')}`;
  ada = { email: `${name}@example.com`, username: name, password: PASSWORD, display_name: 'Ada Lovelace' };
  tokens = await anonymous.auth.signup(ada);
});

describe('signup', () => {
  test('answers with a pair of tokens', () => {
    assert.deepEqual(Object.keys(tokens).sort(), ['access_token', 'expires_in', 'refresh_token', 'token_type']);
    assert.equal(tokens.token_type, 'Bearer');
    assert.equal(tokens.expires_in, 3600);
  });

  test('refuses a username that is taken', async () => {
    const error = await refusal(anonymous.auth.signup({ ...ada, email: `other-${ada.email}` }), 409);
    assert.deepEqual(Object.keys(error.data), ['statusCode', 'message']);
  });

  test('names the fields that it refuses', async () => {
    const weak = { ...ada, username: `x${ada.username}`, password: 'short' };
    const error = await refusal(anonymous.auth.signup(weak), 400);
    assert.deepEqual(
      error.data.errors.map(({ field }) => field),
      ['password'],
    );
  });
});

describe('signin', () => {
  test('takes the username', async () => {
    const again = await anonymous.auth.signin({ identifier: ada.username, password: PASSWORD });
    assert.equal((await as(again).me.getProfile()).username, ada.username);
  });

  test('answers the same for a wrong password, an unknown identifier and an unverified email', async () => {
    const attempts = [
      { identifier: ada.username, password: 'WrongHorseBatteryStaple' },
      { identifier: `nobody-${ada.username}`, password: PASSWORD },
      { identifier: ada.email, password: PASSWORD },
    ];
    for (const attempt of attempts) {
      const error = await refusal(anonymous.auth.signin(attempt), 401);
      assert.deepEqual(error.data, { statusCode: 401, message: 'Invalid credentials' });
    }
  });
});

describe('me', () => {
  test('is the profile of the bearer', async () => {
    const { id, joinedAt, createdAt, ...rest } = await as(tokens).me.getProfile();
    assert.match(id, UUID);
    assert.equal(joinedAt, createdAt);
    assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(rest, {
      username: ada.username,
      displayName: 'Ada Lovelace',
      role: 'member',
      email: ada.email,
      emailVerifiedAt: null,
      avatarUrl: null,
    });
  });

  test('takes another display name', async () => {
    await as(tokens).me.updateProfile({ display_name: 'Countess of Lovelace' });
    assert.equal((await as(tokens).me.getProfile()).displayName, 'Countess of Lovelace');
  });

  test('is closed without a bearer', async () => {
    const error = await refusal(anonymous.me.getProfile(), 401);
    assert.deepEqual(error.data, { statusCode: 401, message: 'Unauthorized' });
  });

  test('lists the permissions of the role', async () => {
    const response = await call('GET', '/me/permissions');
    assert.equal(response.status, 200);
    const permissions = ['role.read', 'user.read'];
    assert.deepEqual(await response.json(), { role: 'member', org_role: null, permissions });
  });
});

describe('refresh', () => {
  test('gives a fresh pair for the same session', async () => {
    const fresh = await anonymous.auth.refresh({ refresh_token: tokens.refresh_token });
    assert.notEqual(fresh.refresh_token, tokens.refresh_token);
    const session = async (token) => (await anonymous.verifyToken(token)).sid;
    assert.equal(await session(fresh.access_token), await session(tokens.access_token));
    assert.equal((await as(fresh).me.getProfile()).username, ada.username);
  });

  test('destroys the session when a used token comes again', async () => {
    const fresh = await anonymous.auth.refresh({ refresh_token: tokens.refresh_token });
    await refusal(anonymous.auth.refresh({ refresh_token: tokens.refresh_token }), 401);
    await refusal(anonymous.auth.refresh({ refresh_token: fresh.refresh_token }), 401);
    await refusal(as(fresh).me.getProfile(), 401);
    await refusal(as(tokens).me.getProfile(), 401);
  });
});

describe('signing out', () => {
  test('by logout kills the refresh token and leaves the bearer until it expires', async () => {
    await anonymous.auth.logout({ refresh_token: tokens.refresh_token });
    await refusal(anonymous.auth.refresh({ refresh_token: tokens.refresh_token }), 401);
    assert.equal((await as(tokens).me.getProfile()).username, ada.username);
  });

  test('by revoking a session refuses its bearer at once', async () => {
    const other = await anonymous.auth.signin({ identifier: ada.username, password: PASSWORD });
    const { data } = await as(tokens).me.listSessions();
    const current = Object.fromEntries(data.map((session) => [session.id, session.is_current]));
    assert.deepEqual(current, { [sid(tokens)]: true, [sid(other)]: false });

    await as(tokens).me.revokeSession(sid(other));

    await refusal(as(other).me.getProfile(), 401);
    await refusal(anonymous.auth.refresh({ refresh_token: other.refresh_token }), 401);
    assert.equal((await as(tokens).me.getProfile()).username, ada.username);
  });
});

describe('the account', () => {
  test('takes another password and ends the other sessions', async () => {
    const other = await anonymous.auth.signin({ identifier: ada.username, password: PASSWORD });
    const changed = { current_password: PASSWORD, new_password: 'AnotherHorseBatteryStaple' };
    assert.equal((await call('POST', '/me/change-password', changed)).status, 204);
    await refusal(as(other).me.getProfile(), 401);
    await refusal(anonymous.auth.signin({ identifier: ada.username, password: PASSWORD }), 401);
    await anonymous.auth.signin({ identifier: ada.username, password: 'AnotherHorseBatteryStaple' });
  });

  test('is gone after its deletion, and its bearer with it', async () => {
    await as(tokens).me.deleteAccount();
    await refusal(as(tokens).me.getProfile(), 401);
    await refusal(anonymous.auth.signin({ identifier: ada.username, password: PASSWORD }), 401);
  });
});

describe('the access token', () => {
  test('verifies against the app\'s keys and says who, where and how', async () => {
    const claims = await anonymous.verifyToken(tokens.access_token, { issuer: anonymous.expectedIssuer });
    const { id } = await as(tokens).me.getProfile();
    assert.equal(claims.iss, `${BASE_URL}/${SLUG}`);
    assert.equal(claims.aud, SLUG);
    assert.equal(claims.sub, id);
    assert.match(claims.aid, UUID);
    assert.equal(typeof claims.sid, 'string');
    assert.equal(claims.role, 'member');
    assert.equal(claims.type, 'end_user');
    assert.deepEqual(claims.amr, ['pwd']);
    assert.equal(claims.exp - claims.iat, 3600);
    assert.equal(claims.permissions, undefined);
  });

  test('is refused with one letter changed, or for another app', async () => {
    const [head, body, signature] = tokens.access_token.split('.');
    const letter = signature[10] === 'A' ? 'B' : 'A';
    const forged = `${head}.${body}.${signature.slice(0, 10)}${letter}${signature.slice(11)}`;
    await assert.rejects(anonymous.verifyToken(forged), JwtInvalidError);
    await refusal(as({ access_token: forged }).me.getProfile(), 401);
    await assert.rejects(anonymous.verifyToken(tokens.access_token, { audience: 'other' }), JwtAudienceMismatchError);
  });

  test('is no refresh token, nor the other way round', async () => {
    await refusal(anonymous.auth.refresh({ refresh_token: tokens.access_token }), 401);
    await refusal(as({ access_token: tokens.refresh_token }).me.getProfile(), 401);
  });
});

function as({ access_token: token }) {
  return new Auth({ baseUrl: BASE_URL, auth: { type: 'bearer', token } }).consumer(SLUG);
}

function sid({ access_token: token }) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url')).sid;
}

/** What the client has no method for, as Ada. */
function call(method, path, body) {
  return fetch(`${BASE_URL}/${SLUG}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens.access_token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
}

/** The client's error for an answer of that status, whose body must have the one form of errors. */
async function refusal(promise, status) {
  const error = await promise.then(() => assert.fail(`expected ${status}, and it worked`), (thrown) => thrown);
  assert.ok(error instanceof AuthHttpError, String(error));
  assert.equal(error.status, status);
  assert.equal(error.data.statusCode, status);
  assert.equal(typeof error.data.message, 'string');
  return error;
}

function required(name) {
  return process.env[name] ?? assert.fail(`${name} is not set`);
}
