// SPDX-License-Identifier: Apache-2.0
// What becomes of an answer that comes when the admin is at something else already, and of what another admin changed
// meanwhile.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, signUp } from './api.js';

/** Keeps the answers of a route back until what it gives is called. */
async function hold(route) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await admin.page.route(route, async (request) => {
    await released;
    await request.continue();
  });
  return release;
}

async function createTenant(name) {
  return (await atPlatform('/tenants', { method: 'POST', body: { display_name: name } })).body;
}

async function openTenant(name) {
  await heimdall.content.getByRole('link', { name, exact: true }).click();
  await heimdall.content.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

describe('given a tenant with a member', () => {
  test('when pressing something else before a dialog is loaded, then it does not come any more', async () => {
    const [name, user] = [`Races ${Date.now()}`, `rita${Date.now()}`];
    assert.equal(await signUp({ name: user }), 200);
    const account = (await atPlatform(`/end-users?search=${user}`)).body.data[0];
    const { id } = await createTenant(name);
    const body = { account_id: account.id, role_name: 'admin' };
    await atPlatform(`/tenants/${id}/members`, { method: 'POST', body });
    await admin.logInAt('heimdall?page=tenants');
    await openTenant(name);
    await heimdall.row(user).waitFor();
    const release = await hold(/\/roles(\?|$)/);
    const role = heimdall.row(user).getByRole('button', { name: /Change role/ });
    await role.click();
    await role.getByRole('progressbar').waitFor();
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Name').fill('Typed');
    const answered = admin.page.waitForResponse(/\/roles(\?|$)/);
    release();
    await answered;
    await heimdall.content.locator('.pf-m-in-progress').waitFor({ state: 'detached' });
    assert.equal(await heimdall.dialog.count(), 1);
    assert.equal(await heimdall.dialog.getByLabel('Name').inputValue(), 'Typed');
    await heimdall.dialog.getByRole('button', { name: 'Cancel' }).click();
    await heimdall.dialog.waitFor({ state: 'detached' });
    assert.equal(await heimdall.dialog.count(), 0);
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
  });
});

describe('given more users than are listed at once', () => {
  const user = (index, status) => ({
    id: `${status}-${index}`,
    username: `${status}-${index}`,
    display_name: null,
    status,
    role: 'member',
    email: null,
    email_verified_at: null,
    active_session_count: 0,
    last_used_at: null,
  });

  /** Answers with pages of two; what follows the first is kept back until what it gives is called. */
  async function serve() {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    let asked = 0;
    await admin.page.route(/\/end-users(\?|$)/, async (route) => {
      const query = new URL(route.request().url()).searchParams;
      const from = Number(query.get('cursor') ?? 0);
      if (from) {
        asked++;
        await released;
      }
      const status = query.get('status') ?? 'active';
      const data = [user(from, status), user(from + 1, status)];
      await route.fulfill({ json: { data, pagination: { next_cursor: String(from + 2), has_more: true } } });
    });
    return { release, asked: () => asked };
  }

  const rows = () => heimdall.content.locator('tbody tr');
  const more = () => heimdall.content.getByRole('button', { name: 'Show more' });

  test('when pressing twice for more, then they are there once', async () => {
    const { release, asked } = await serve();
    await admin.logInAt('heimdall?page=users');
    await more().dblclick();
    await heimdall.content.locator('.pf-m-in-progress').waitFor();
    release();
    await rows().nth(3).waitFor();
    await heimdall.content.locator('.pf-m-in-progress').waitFor({ state: 'detached' });
    assert.equal(await rows().count(), 4);
    assert.equal(asked(), 1);
  });

  test('when choosing others while more are loaded, then none of the former is among them', async () => {
    const { release } = await serve();
    await admin.logInAt('heimdall?page=users');
    await more().click();
    await heimdall.content.getByRole('combobox', { name: 'Status' }).selectOption('suspended');
    await heimdall.row('suspended-1').waitFor();
    const answered = admin.page.waitForResponse(/cursor=2/);
    release();
    await answered;
    await more().click();
    await heimdall.row('suspended-3').waitFor();
    assert.equal(await rows().filter({ hasText: 'active-' }).count(), 0);
    assert.equal(await rows().count(), 4);
  });
});

describe('given another admin who changes the same meanwhile', () => {
  test('when renaming a tenant, then what they changed stays', async () => {
    const name = `Both ${Date.now()}`;
    const { id } = await createTenant(name);
    await admin.logInAt('heimdall?page=tenants');
    await openTenant(name);
    await heimdall.press('Edit');
    const body = { status: 'suspended', metadata: { plan: 'pro' } };
    await atPlatform(`/tenants/${id}`, { method: 'PATCH', body });
    await heimdall.dialog.getByLabel('Name').fill(`${name} renamed`);
    await heimdall.confirm('Save', 'was saved.');
    const { display_name, status, metadata } = (await atPlatform(`/tenants/${id}`)).body;
    assert.deepEqual({ display_name, status, metadata }, { display_name: `${name} renamed`, ...body });
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
  });

  test('when saving the matrix, then only what was ticked changes, and what is gone is left out', async () => {
    const [role, area] = [`racer${Date.now()}`, `race${Date.now()}`];
    const permission = (action) => `${area}.${action}`;
    const give = (...permissions) =>
      atPlatform(`/roles/${role}/permissions`, { method: 'PUT', body: { permissions } });
    const cell = (action) => heimdall.content.getByLabel(`${role} has ${permission(action)}`, { exact: true });
    for (const action of ['first', 'second', 'third', 'gone']) {
      await atPlatform('/permissions', { method: 'POST', body: { resource: area, action } });
    }
    await atPlatform('/roles', { method: 'POST', body: { name: role } });
    await give(permission('first'));
    await admin.logInAt('heimdall?page=roles');
    await cell('first').waitFor();
    await cell('third').check();
    await cell('gone').check();

    await heimdall.press('Create role');
    await heimdall.dialog.getByLabel('Name').fill(`${role}-other`);
    await heimdall.confirm('Create role', 'The role was created.');
    assert.equal(await cell('third').isChecked(), true);

    await give(permission('second'));
    await atPlatform(`/permissions/${permission('gone')}`, { method: 'DELETE' });
    await heimdall.content.getByRole('button', { name: 'Save', exact: true }).click();
    await heimdall.content.getByRole('status').filter({ hasText: 'The permissions were saved.' }).waitFor();
    const { permissions } = (await atPlatform(`/roles/${role}`)).body;
    assert.deepEqual(permissions.map(({ action }) => action).sort(), ['second', 'third']);
    await atPlatform(`/roles/${role}`, { method: 'DELETE' });
    await atPlatform(`/roles/${role}-other`, { method: 'DELETE' });
  });

  test('when they change the role between its reading and its saving, then both changes hold', async () => {
    const [role, area] = [`between${Date.now()}`, `gap${Date.now()}`];
    const permission = (action) => `${area}.${action}`;
    const give = (...permissions) =>
      atPlatform(`/roles/${role}/permissions`, { method: 'PUT', body: { permissions } });
    for (const action of ['first', 'second', 'third']) {
      await atPlatform('/permissions', { method: 'POST', body: { resource: area, action } });
    }
    await atPlatform('/roles', { method: 'POST', body: { name: role } });
    await give(permission('first'));
    let sent = 0;
    await admin.page.route(`**/roles/${role}/permissions`, async (route) => {
      if (sent++ === 0) {
        await give(permission('first'), permission('second'));
      }
      await route.continue();
    });
    await admin.logInAt('heimdall?page=roles');
    await heimdall.content.getByLabel(`${role} has ${permission('third')}`, { exact: true }).check();
    await heimdall.content.getByRole('button', { name: 'Save', exact: true }).click();
    await heimdall.content.getByRole('status').filter({ hasText: 'The permissions were saved.' }).waitFor();
    const { permissions } = (await atPlatform(`/roles/${role}`)).body;
    assert.deepEqual(permissions.map(({ action }) => action).sort(), ['first', 'second', 'third']);
    assert.equal(sent, 2);
    await atPlatform(`/roles/${role}`, { method: 'DELETE' });
  });
});
