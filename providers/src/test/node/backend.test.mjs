// SPDX-License-Identifier: Apache-2.0
// What a product's own backend does with the published client: verify, authorize, and tokens for machines.
// HEIMDALL_ADMIN_BEARER is a Keycloak admin's access token, for making the machine client and the key.
import { Auth, AuthHttpError } from '@productcraft/auth';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';

const BASE_URL = required('HEIMDALL_BASE_URL');
const SLUG = required('HEIMDALL_SLUG');
const ADMIN_BEARER = required('HEIMDALL_ADMIN_BEARER');

const anonymous = new Auth({ baseUrl: BASE_URL }).consumer(SLUG);
const platform = new Auth({ baseUrl: BASE_URL, auth: { type: 'bearer', token: ADMIN_BEARER } }).app(SLUG);

let token;
let backend;
let machine;

before(async () => {
  const username = `ada-${randomBytes(6).toString('hex')}`;
  const password = 'CorrectHorseBatteryStaple';
  ({ access_token: token } = await anonymous.auth.signup({ email: `${username}@example.com`, username, password }));
  const { key } = await platform.apiKeys.create({ name: 'Backend', permissions: ['user.list'] });
  backend = new Auth({ baseUrl: BASE_URL, auth: { type: 'apiKey', key } }).consumer(SLUG);
  machine = await platform.credentials.create({ name: 'CI' });
  await platform.credentials.setScopes(machine.client_id, { permissions: ['user.list'] });
});

test('a token verifies to its principal', async () => {
  const { valid, principal } = await backend.verify.verify({ token });
  assert.equal(valid, true);
  assert.equal(principal.type, 'end_user');
  assert.equal(principal.role, 'member');
});

test('what is no token is an answer and no error', async () => {
  assert.deepEqual(await backend.verify.verify({ token: 'nonsense' }), { valid: false, error: 'TOKEN_INVALID' });
});

test('authorize tells what is missing', async () => {
  assert.deepEqual(await backend.verify.authorize({ token, permission: 'user.read' }), { authorized: true });
  const refused = await backend.verify.authorize({ token, permissions: ['user.read', 'user.delete'] });
  assert.equal(refused.authorized, false);
  assert.deepEqual(refused.missing_permissions, ['user.delete']);
});

test('authorizeBatch answers each check', async () => {
  const { results } = await backend.verify.authorizeBatch({
    token,
    checks: [
      { id: 'may', permission: 'user.read' },
      { id: 'not', permission: 'user.delete' },
    ],
  });
  assert.deepEqual(results, [
    { id: 'may', authorized: true, missing_permissions: [] },
    { id: 'not', authorized: false, missing_permissions: ['user.delete'] },
  ]);
});

test('a machine client gets a token with its scopes', async () => {
  const { client_id, client_secret } = machine;
  const grant = { grant_type: 'client_credentials', client_id, client_secret };
  const { access_token, scope } = await anonymous.oauth.clientCredentials(grant);
  assert.equal(scope, 'user.list');
  const { principal } = await backend.verify.verify({ token: access_token });
  assert.deepEqual([principal.sub, principal.type, principal.permissions], [client_id, 'm2m', ['user.list']]);
  await assert.rejects(
    anonymous.oauth.clientCredentials({ ...grant, client_secret: 'wrong' }),
    (error) => error instanceof AuthHttpError && error.status === 401,
  );
});

test('keys and machine clients are listed', async () => {
  assert.ok((await platform.apiKeys.list()).data.some(({ name }) => name === 'Backend'));
  assert.ok((await platform.credentials.list()).data.some(({ client_id }) => client_id === machine.client_id));
});

function required(name) {
  return process.env[name] ?? assert.fail(`${name} is not set`);
}
