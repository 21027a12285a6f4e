// SPDX-License-Identifier: Apache-2.0
// The guide with a client whose types are generated from the OpenAPI document; the compiler, at its strictest, checks them.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

const client = createClient<paths>({ baseUrl: process.env['HEIMDALL_BASE_URL'] ?? 'http://localhost:8080' });
const path = { slug: process.env['HEIMDALL_SLUG'] ?? 'acme' };
const password = 'CorrectHorseBatteryStaple';

function bearer(tokens: components['schemas']['TokenResponse']) {
  return { authorization: `Bearer ${tokens.access_token}` };
}

test('the guide', async () => {
  const username = `ada-${randomBytes(6).toString('hex')}`;
  const body = { email: `${username}@example.com`, username, password, display_name: 'Ada Lovelace' };

  const signup = await client.POST('/{slug}/v1/auth/signup', { params: { path }, body });
  assert.ok(signup.data);
  const lives: number = signup.data.expires_in;
  assert.equal(lives, 3600);

  const weak = await client.POST('/{slug}/v1/auth/signup', { params: { path }, body: { ...body, password: 'short' } });
  const fault: components['schemas']['FieldFault'] | undefined = weak.error?.errors?.[0]?.code;
  assert.equal(fault, 'TOO_SHORT');

  const taken = await client.POST('/{slug}/v1/auth/signup', { params: { path }, body });
  assert.ok(taken.error);
  const status: number = taken.error.statusCode;
  assert.equal(status, 409);

  const signin = await client.POST('/{slug}/v1/auth/signin', { params: { path }, body: { identifier: username, password } });
  assert.ok(signin.data && 'access_token' in signin.data);

  const me = await client.GET('/{slug}/v1/me', { params: { path }, headers: bearer(signin.data) });
  assert.ok(me.data && 'displayName' in me.data);
  const name: string | null = me.data.displayName;
  assert.equal(name, 'Ada Lovelace');
  assert.equal(me.data.emailVerifiedAt, null);

  const may = await client.GET('/{slug}/v1/me/permissions', { params: { path }, headers: bearer(signin.data) });
  assert.ok(may.data?.permissions.includes('user.read'));

  const refreshed = await client.POST('/{slug}/v1/auth/refresh', {
    params: { path },
    body: { refresh_token: signin.data.refresh_token },
  });
  assert.ok(refreshed.data);

  const sessions = await client.GET('/{slug}/v1/me/sessions', { params: { path }, headers: bearer(refreshed.data) });
  const other = sessions.data?.data.find((session) => !session.is_current);
  assert.ok(other);
  const ended = await client.DELETE('/{slug}/v1/me/sessions/{id}', {
    params: { path: { ...path, id: other.id } },
    headers: bearer(refreshed.data),
  });
  assert.equal(ended.response.status, 204);

  const logout = await client.POST('/{slug}/v1/auth/logout', {
    params: { path },
    body: { refresh_token: refreshed.data.refresh_token },
  });
  assert.equal(logout.response.status, 204);
});

test('an admin of Keycloak lists an app’s users', async () => {
  const users = await client.GET('/v1/apps/{app_id}/end-users', {
    params: { path: { app_id: path.slug }, query: { limit: 1 } },
    headers: { authorization: `Bearer ${process.env['HEIMDALL_ADMIN_BEARER']}` },
  });

  assert.equal(users.data?.data.length, 1);
});
