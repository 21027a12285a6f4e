// SPDX-License-Identifier: Apache-2.0
// Every method that the hosted product's two published clients have, once with success.
// HEIMDALL_ADMIN_BEARER is a Keycloak admin's access token; the app sends mail, and its provider "native" takes the ID
// tokens.
import { Auth } from '@productcraft/auth';
import { Heimdall } from '@productcraft/heimdall';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';

const BASE_URL = required('HEIMDALL_BASE_URL');
const SLUG = required('HEIMDALL_SLUG');
const ADMIN_BEARER = required('HEIMDALL_ADMIN_BEARER');
const WORKSPACE = required('HEIMDALL_WORKSPACE');
const ID_TOKENS = JSON.parse(required('HEIMDALL_ID_TOKENS'));
const PASSWORD = 'CorrectHorseBatteryStaple';

for (const [index, Client] of [Auth, Heimdall].entries()) {
  describe(Client.name, () => {
    const called = new Set();
    const client = (auth) => new Client({ baseUrl: BASE_URL, auth });
    const admin = recorded(client({ type: 'bearer', token: ADMIN_BEARER }), called, 'server');
    const app = (id) => recorded(client({ type: 'bearer', token: ADMIN_BEARER }).app(id), called, 'app');
    const consumer = (auth) => recorded(client(auth).consumer(SLUG), called, 'consumer');
    const anonymous = consumer(undefined);
    const as = (token) => consumer({ type: 'bearer', token });

    test('apps', async () => {
      const slug = `n-${unique()}`;
      const made = await admin.apps.create({ display_name: 'Acme', slug, workspace_id: WORKSPACE });
      assert.equal(made.slug, slug);
      assert.ok((await admin.apps.list()).data.some(({ id }) => id === made.id));
      assert.ok((await admin.stats.get()).apps >= 1);
      const one = app(made.id);
      assert.equal((await one.get()).id, made.id);
      assert.equal((await one.update({ display_name: 'Acme Corp' })).display_name, 'Acme Corp');
      assert.equal((await one.updateStatus({ status: 'suspended' })).status, 'suspended');
      await one.delete();
      await assert.rejects(one.get(), (error) => error.status === 404);
    });

    test('settings', async () => {
      assert.equal((await app(SLUG).authConfig.update({ maxSessions: 40 })).max_sessions, 40);
      assert.equal((await app(SLUG).authConfig.get()).max_sessions, 40);
      assert.ok(Array.isArray((await app(SLUG).auditLogs.list({ limit: '10' })).data));
    });

    test('users and members', async () => {
      const one = app(SLUG);
      const { id } = await account();
      assert.ok((await one.endUsers.list({ limit: '200' })).data.length > 0);
      assert.equal((await one.endUsers.get(id)).id, id);
      assert.equal((await one.endUsers.update(id, { display_name: 'N' })).display_name, 'N');
      await one.endUsers.updateRole(id, { role_name: 'admin' });
      assert.equal((await one.endUsers.updateStatus(id, { status: 'suspended' })).status, 'suspended');
      await one.endUsers.revokeAllSessions(id);
      await one.endUsers.delete(id);
      const member = await account();
      assert.ok((await one.members.list({ limit: '200' })).data.some(({ account_id }) => account_id === member.id));
      await one.members.remove(member.id);
      const invite = await one.invites.create({ email: `${unique()}@example.com` });
      assert.ok((await one.invites.list()).data.some(({ id: each }) => each === invite.id));
      await one.invites.revoke(invite.id);
    });

    test('roles and permissions', async () => {
      const one = app(SLUG);
      const name = `r${unique()}`;
      await one.permissions.create({ resource: name, action: 'open' });
      assert.ok((await one.permissions.list()).length > 0);
      await one.roles.create({ name, description: 'Opens' });
      await one.roles.setPermissions(name, { permissions: [`${name}.open`] });
      assert.equal((await one.roles.get(name)).name, name);
      await one.roles.update(name, { description: 'Opens and closes' });
      assert.ok((await one.roles.list()).data.some((role) => role.name === name));
      assert.ok((await one.roles.listPermissions()).length > 0);
      const { id } = await account();
      await one.roles.assign({ account_id: id, role: 'admin' });
      await one.roles.delete(name);
      await one.permissions.delete(`${name}.open`);
    });

    test('keys and machines', async () => {
      const one = app(SLUG);
      const key = await one.apiKeys.create({ name: 'ci', permissions: ['user.list'] });
      assert.ok((await one.apiKeys.list()).data.some(({ id }) => id === key.id));
      await one.apiKeys.delete(key.id);
      const { client_id } = await one.credentials.create({ name: 'CI' });
      await one.credentials.setScopes(client_id, { permissions: ['user.read'] });
      assert.deepEqual((await one.credentials.get(client_id)).scopes.length, 1);
      await one.credentials.update(client_id, { is_active: true });
      assert.ok((await one.credentials.list()).data.some((each) => each.client_id === client_id));
      const { client_secret } = await one.credentials.rotateSecret(client_id);
      const grant = { grant_type: 'client_credentials', client_id, client_secret };
      assert.equal((await anonymous.oauth.clientCredentials(grant)).token_type, 'Bearer');
      await one.credentials.delete(client_id);
    });

    test('an account of one\'s own', async () => {
      const { token, user, refresh } = await account();
      assert.equal((await anonymous.verifyToken(token)).aud, SLUG);
      const again = await anonymous.auth.signin({ identifier: user.username, password: PASSWORD });
      assert.equal((await as(token).me.getProfile()).username, user.username);
      await as(token).me.updateProfile({ display_name: 'N' });
      const { data } = await as(token).me.listSessions();
      await as(token).me.revokeSession(data.find(({ is_current }) => !is_current).id);
      const ended = anonymous.auth.refresh({ refresh_token: again.refresh_token });
      await assert.rejects(ended, (error) => error.status === 401);
      await as(token).me.getActivity();
      const fresh = await anonymous.auth.refresh({ refresh_token: refresh });
      await anonymous.auth.logout({ refresh_token: fresh.refresh_token });
      const last = await anonymous.auth.signin({ identifier: user.username, password: PASSWORD });
      await as(last.access_token).me.deleteAccount();
    });

    test('codes, invites and providers', async () => {
      const one = app(SLUG);
      const { key } = await one.apiKeys.create({
        name: 'codes',
        permissions: ['verify.create', 'verify.send-email', 'password-reset.create', 'password-reset.send-email'].map(
          (each) => `auth.user.${each}`,
        ),
      });
      const backend = consumer({ type: 'apiKey', key });
      const { user } = await account();
      await backend.auth.sendVerificationEmail({ email: user.email });
      const { code } = await backend.auth.requestVerification({ email: user.email });
      await anonymous.auth.verify({ code });
      await backend.auth.sendPasswordResetEmail?.({ email: user.email });
      const reset = await backend.auth.requestReset({ email: user.email });
      await anonymous.auth.resetPassword({ code: reset.code, new_password: 'AnotherHorseBatteryStaple' });
      const guest = unique();
      const invite = await one.invites.create({ email: `${guest}@example.com` });
      await anonymous.auth.acceptInvite({ code: invite.code, username: guest, password: PASSWORD });
      const { id_token, nonce } = ID_TOKENS[index];
      assert.ok((await anonymous.auth.signinWithProvider({ provider: 'native', id_token, nonce })).access_token);
    });

    test('questions about tokens', async () => {
      const { token } = await account();
      assert.equal((await anonymous.verify.verify({ token })).valid, true);
      assert.equal((await anonymous.verify.authorize({ token, permission: 'user.read' })).authorized, true);
      const checks = [{ id: 'may', permission: 'user.read' }];
      assert.equal((await anonymous.verify.authorizeBatch({ token, checks })).results[0].authorized, true);
    });

    test('nothing was left out', () => {
      const all = [
        ...methods(client(undefined), 'server'),
        ...methods(client(undefined).app(SLUG), 'app'),
        ...methods(client(undefined).consumer(SLUG), 'consumer'),
      ];
      assert.ok(all.length > 60, `${all.length} methods`);
      assert.deepEqual(all.filter((method) => !called.has(method)), []);
    });

    async function account() {
      const username = unique();
      const user = { username, email: `${username}@example.com` };
      const tokens = await anonymous.auth.signup({ ...user, password: PASSWORD });
      const { sub } = JSON.parse(Buffer.from(tokens.access_token.split('.')[1], 'base64url'));
      return { id: sub, user, token: tokens.access_token, refresh: tokens.refresh_token };
    }
  });
}

/** What a client offers to its callers: its own functions and those of its groups, with the transport left out. */
function methods(object, prefix) {
  const own = Object.entries(object).flatMap(([name, value]) => {
    if (typeof value === 'function') {
      return name === 'client' ? [] : [`${prefix}.${name}`];
    }
    return isGroup(name, value) ? methods(value, `${prefix}.${name}`) : [];
  });
  return typeof object.verifyToken === 'function' ? [...own, `${prefix}.verifyToken`] : own;
}

function isGroup(name, value) {
  return Object.getPrototypeOf(value ?? 0) === Object.prototype && name !== 'jwks';
}

/** The same object, which writes down each method that was called and worked. */
function recorded(object, called, prefix) {
  return new Proxy(object, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (typeof value === 'function') {
        return async (...given) => {
          const answer = await value.apply(target, given);
          called.add(`${prefix}.${String(name)}`);
          return answer;
        };
      }
      return typeof name === 'string' && isGroup(name, value) ? recorded(value, called, `${prefix}.${name}`) : value;
    },
  });
}

function unique() {
  return `u${randomBytes(6).toString('hex')}`;
}

function required(name) {
  return process.env[name] ?? assert.fail(`${name} is not set`);
}
