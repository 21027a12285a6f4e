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
  await heimdall.content.getByRole('button', { name, exact: true }).click();
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
