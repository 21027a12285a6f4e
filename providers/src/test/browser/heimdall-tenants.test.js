// SPDX-License-Identifier: Apache-2.0
// The page "Tenants": what is done there holds at the API, and what is done at the API is shown there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, signUp, textAtPlatform } from './api.js';
import { OURS } from './heimdall-page.js';

const tenantNamed = async (name) =>
  (await atPlatform('/tenants?limit=100')).body.data.find(({ display_name }) => display_name === name);

async function openTenant(name) {
  await heimdall.content.getByRole('link', { name, exact: true }).click();
  await heimdall.content.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** Sent and answered as text: what this test speaks keeps no such numbers. */
async function metadataAtPlatform(name) {
  const text = await textAtPlatform('/tenants?limit=100');
  return text.slice(text.lastIndexOf(name)).match(/"metadata":(\{[^}]*\})/)[1];
}

describe('given a tenant whose metadata has numbers that no browser keeps', () => {
  const numbers = '"id":12345678901234567890,"f":1.0';

  test('when editing, then they stay as they are', async () => {
    const name = `Numbers ${Date.now()}`;
    await textAtPlatform('/tenants', { method: 'POST', body: `{"display_name":"${name}","metadata":{${numbers}}}` });
    await admin.logInAt('heimdall?page=tenants');
    await openTenant(name);
    await heimdall.content.getByText('12345678901234567890').waitFor();
    await heimdall.press('Edit');
    const field = heimdall.dialog.getByLabel('Metadata');
    assert.match(await field.inputValue(), /"id": 12345678901234567890,\s+"f": 1\.0\s/);
    await field.fill(`{${numbers}, "big": 9007199254740993}`);
    await heimdall.confirm('Save', `“${name}” was saved.`);
    assert.equal(await metadataAtPlatform(name), `{${numbers},"big":9007199254740993}`);

    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Metadata').fill('{"id": 01}');
    await heimdall.dialog.getByRole('button', { name: 'Save' }).click();
    assert.match(await heimdall.dialog.getByRole('alert').innerText(), /no JSON object/);
  });
});

describe('given tenants', () => {
  test('when making one with a member, then the API has both, and what the API changes is shown', async () => {
    const name = `Acme & <b>Sons</b> ${Date.now()}`;
    const user = `tina${Date.now()}`;
    assert.equal(await signUp({ name: user }), 200);
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.press('Create tenant');
    await heimdall.dialog.getByLabel('Name').fill(name);
    await heimdall.dialog.getByLabel('Metadata').fill('["no object"]');
    await heimdall.dialog.getByRole('button', { name: 'Create tenant' }).click();
    assert.match(await heimdall.dialog.getByRole('alert').innerText(), /no JSON object/);
    await heimdall.dialog.getByLabel('Metadata').fill('{"plan": "pro"}');
    assert.deepEqual(await admin.lookAt('heimdall-tenant-form', ...OURS), []);
    await heimdall.confirm('Create tenant', 'The tenant was created.');
    const { id, metadata } = await tenantNamed(name);
    assert.deepEqual(metadata, { plan: 'pro' });
    assert.deepEqual(await admin.lookAt('heimdall-tenants', ...OURS), []);

    await openTenant(name);
    assert.equal(await heimdall.content.locator('h2 b').count(), 0);
    await heimdall.content.getByText('No members').waitFor();
    const account = (await atPlatform(`/end-users?search=${user}`)).body.data[0];
    const members = `/tenants/${id}/members`;
    await atPlatform(members, { method: 'POST', body: { account_id: account.id, role_name: 'member' } });
    await heimdall.content.getByRole('link', { name: '← All tenants' }).click();
    await openTenant(name);
    await heimdall.row(user).getByText('member', { exact: true }).waitFor();
    await heimdall.press(`Change role: ${user}`);
    await heimdall.dialog.getByLabel('Role').selectOption('admin');
    await heimdall.confirm('Save', 'The member has the role now.');
    assert.equal((await atPlatform(members)).body.data[0].role_name, 'admin');
    await heimdall.press('Add member');
    await heimdall.dialog.getByLabel('Email').fill(`new-${user}@example.com`);
    await heimdall.confirm('Add member', 'The member was added.');
    assert.equal((await atPlatform(members)).body.data.length, 2);
    assert.deepEqual(await admin.lookAt('heimdall-tenant', ...OURS), []);

    await heimdall.press(`Remove: ${user}`);
    await heimdall.dialog.getByRole('heading', { name: `Remove the member “${user}”?` }).waitFor();
    await heimdall.confirm('Remove', 'The member was removed.');
    assert.equal((await atPlatform(members)).body.data.length, 1);
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Status').selectOption('suspended');
    await heimdall.confirm('Save', `“${name}” was saved.`);
    assert.equal((await tenantNamed(name)).status, 'suspended');
    await heimdall.content.getByText('Suspended').waitFor();

    await heimdall.press('Delete');
    await heimdall.confirm('Delete', `“${name}” was deleted.`);
    await heimdall.content.getByRole('button', { name: 'Create tenant' }).waitFor();
    assert.equal(await tenantNamed(name), undefined);
    assert.equal(await heimdall.row(name).count(), 0);
  });
});
