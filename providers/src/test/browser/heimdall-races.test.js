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
    await role.getByRole('progressbar').waitFor({ state: 'detached' });
    assert.equal(await heimdall.dialog.count(), 1);
    assert.equal(await heimdall.dialog.getByLabel('Name').inputValue(), 'Typed');
    await heimdall.dialog.getByRole('button', { name: 'Cancel' }).click();
    await heimdall.dialog.waitFor({ state: 'detached' });
    assert.equal(await heimdall.dialog.count(), 0);
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
  });
});
