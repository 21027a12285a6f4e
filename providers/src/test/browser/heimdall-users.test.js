// SPDX-License-Identifier: Apache-2.0
// The pages "Users" and "Roles": what is done there holds at the API, and what is done at the API is shown there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, atPlatform, signIn, signUp } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';

/** A second factor, as an import brings it. */
const TOTP = {
  type: 'otp',
  userLabel: '<i>phone</i>',
  secretData: JSON.stringify({ value: 'FzLZIJAMh4gE8rFWLJJk' }),
  credentialData: JSON.stringify({ subType: 'totp', digits: 6, period: 30, algorithm: 'HmacSHA1', counter: 0 }),
};

const userNamed = async (name) => (await atPlatform(`/end-users?search=${name}`)).body.data[0];

describe('given users', () => {
  async function find(text) {
    await heimdall.content.getByRole('textbox', { name: 'Search by name or email' }).fill(text);
    await admin.page.keyboard.press('Enter');
  }

  /** Waits until those whom nobody searched for are gone: a list that is loaded anew forgets who was chosen. */
  async function foundTwo() {
    await heimdall.content.locator('tbody tr').nth(2).waitFor({ state: 'detached' });
  }

  test('when changing one, then the API follows, and what the API changes is shown', async () => {
    const name = `grace${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    const { id } = await userNamed(name);
    await admin.logInAt('heimdall?page=users');
    await find(name);
    await heimdall.row(name).getByRole('link', { name, exact: true }).click();
    await heimdall.content.getByRole('heading', { level: 2, name }).waitFor();
    await heimdall.content.getByText('auth.session.created').waitFor();

    await heimdall.press('Change role');
    await heimdall.dialog.getByLabel('Role').selectOption('admin');
    await heimdall.confirm('Save', `“${name}” was saved.`);
    assert.equal((await userNamed(name)).role, 'admin');

    await heimdall.press('Add contact');
    await heimdall.dialog.getByLabel('Kind').selectOption('email');
    await heimdall.dialog.getByLabel('Address or number').fill(`second-${name}@example.com`);
    await heimdall.confirm('Add contact', 'The contact was added.');
    const contacts = (await atPlatform(`/end-users/${id}/contacts`)).body.data;
    assert.ok(contacts.some(({ value }) => value === `second-${name}@example.com`));
    assert.deepEqual(await admin.lookAt('heimdall-user', ...OURS), []);

    await atPlatform(`/end-users/${id}/status`, { method: 'PATCH', body: { status: 'suspended' } });
    await heimdall.content.getByRole('link', { name: '← All users' }).click();
    await find(name);
    await heimdall.row(name).getByText('Suspended').waitFor();
  });

  test('when a session is ended and a factor removed, then they are gone', async () => {
    const name = `paula${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    assert.equal(await signIn(name), 200);
    const { id } = await userNamed(name);
    await administer(`/${settings.realm}/users/${id}`, 'PUT', { credentials: [TOTP] });
    await admin.logInAt('heimdall?page=users');
    await find(name);
    await heimdall.row(name).getByRole('link', { name, exact: true }).click();
    await heimdall.content.getByRole('heading', { level: 2, name }).waitFor();
    const sessions = heimdall.content.getByRole('grid', { name: 'Sessions' }).locator('tbody tr');
    await sessions.nth(1).waitFor();
    await heimdall.row('Authenticator app').getByText('<i>phone</i>').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-user-factors', ...OURS), []);

    await sessions.first().getByRole('button', { name: /^Sign out: / }).click();
    await heimdall.confirm('Sign out', 'The session has ended.');
    await sessions.nth(1).waitFor({ state: 'detached' });
    assert.equal((await userNamed(name)).active_session_count, 1);
    await heimdall.press('Remove: <i>phone</i>');
    await heimdall.confirm('Remove', '“<i>phone</i>” was removed.');
    await heimdall.content.getByText('No second factor').waitFor();
    const left = await (await administer(`/${settings.realm}/users/${id}/credentials`, 'GET')).json();
    assert.deepEqual(left.map(({ type }) => type), ['password']);
    await atPlatform(`/end-users/${id}/sessions/revoke-all`, { method: 'POST' });
    await heimdall.content.getByRole('link', { name: '← All users' }).click();
    await heimdall.row(name).getByRole('link', { name, exact: true }).click();
    await heimdall.content.getByText('The user is signed in nowhere.').waitFor();
  });

  test('when choosing several, then all of them are changed', async () => {
    const prefix = `many${Date.now()}`;
    for (const name of [`${prefix}a`, `${prefix}b`]) {
      assert.equal(await signUp({ name }), 200);
    }
    await admin.logInAt('heimdall?page=users');
    await find(prefix);
    await foundTwo();
    await heimdall.row(`${prefix}b`).waitFor();
    await heimdall.row('Last seen').getByLabel('Choose all').check();
    await heimdall.content.getByText('2 chosen').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-users', ...OURS), []);

    await heimdall.press('Change role');
    await heimdall.dialog.getByLabel('Role').selectOption('admin');
    await heimdall.confirm('Change role', 'Role given to 2 of 2 chosen.');
    assert.equal((await userNamed(`${prefix}b`)).role, 'admin');
    await heimdall.row('Last seen').getByLabel('Choose all').check();
    await heimdall.press('Sign out');
    await heimdall.confirm('Sign out', 'Signed out everywhere: 2 of 2 chosen.');
    assert.equal((await userNamed(`${prefix}a`)).active_session_count, 0);
    await heimdall.row('Last seen').getByLabel('Choose all').check();
    await heimdall.press('Change status');
    await heimdall.dialog.getByLabel('Status').selectOption('suspended');
    await heimdall.confirm('Change status', 'Status set for 2 of 2 chosen.');
    assert.equal((await userNamed(`${prefix}a`)).status, 'suspended');
    assert.equal((await userNamed(`${prefix}b`)).status, 'suspended');

    await heimdall.row(`${prefix}a`).getByLabel(`Choose ${prefix}a`).check();
    await heimdall.press('Delete');
    await heimdall.dialog.getByText(`${prefix}a. The account goes`).waitFor();
    await heimdall.confirm('Delete', 'Deleted: 1 of 1 chosen.');
    assert.equal(await userNamed(`${prefix}a`), undefined);
    assert.equal(await heimdall.row(`${prefix}a`).count(), 0);
    assert.equal((await userNamed(`${prefix}b`)).status, 'suspended');
  });

  test('when the last owner is among them, then it says who was passed over', async () => {
    const prefix = `some${Date.now()}`;
    for (const name of [`${prefix}a`, `${prefix}b`]) {
      assert.equal(await signUp({ name }), 200);
    }
    const { id } = await userNamed(`${prefix}a`);
    await atPlatform(`/end-users/${id}/role`, { method: 'PATCH', body: { role_name: 'owner' } });
    await admin.logInAt('heimdall?page=users');
    await find(prefix);
    await foundTwo();
    await heimdall.row(`${prefix}b`).waitFor();
    await heimdall.row('Last seen').getByLabel('Choose all').check();
    await heimdall.press('Delete');
    await heimdall.confirm('Delete', 'Deleted: 1 of 2 chosen. The last owner');
    assert.equal((await userNamed(`${prefix}a`)).role, 'owner');
    assert.equal(await userNamed(`${prefix}b`), undefined);
    await administer(`/${settings.realm}/users/${id}`, 'DELETE');
  });
});

describe('given roles', () => {
  test('when making a role of a permission, then it has it, and the matrix gives it another', async () => {
    const [resource, role] = [`report${Date.now()}`, `editor${Date.now()}`];
    const permissionsOf = async () =>
      (await atPlatform(`/roles/${role}`)).body.permissions.map((held) => `${held.resource}.${held.action}`).sort();
    await admin.logInAt('heimdall?page=roles');
    await heimdall.press('Create permission');
    await heimdall.dialog.getByLabel('Resource').fill(resource);
    await heimdall.dialog.getByLabel('Action').fill('export');
    await heimdall.confirm('Create permission', 'The permission was created.');
    await heimdall.press('Create role');
    await heimdall.dialog.getByLabel('Name').fill(role);
    await heimdall.dialog.getByLabel(`${resource}.export`, { exact: true }).check();
    await heimdall.confirm('Create role', 'The role was created.');
    assert.deepEqual(await permissionsOf(), [`${resource}.export`]);

    await heimdall.content.getByLabel(`${role} has user.read`, { exact: true }).check();
    await heimdall.content.getByRole('button', { name: 'Save' }).click();
    await heimdall.content.getByRole('status').filter({ hasText: 'The permissions were saved.' }).waitFor();
    assert.deepEqual(await permissionsOf(), [`${resource}.export`, 'user.read']);
    assert.equal(await heimdall.content.getByLabel(`owner has ${resource}.export`, { exact: true }).isChecked(), true);
    assert.deepEqual(await admin.lookAt('heimdall-roles', ...OURS), []);

    await heimdall.press(`Delete: ${role}`);
    await heimdall.confirm('Delete', `The role “${role}” was deleted.`);
    assert.equal((await atPlatform(`/roles/${role}`)).status, 404);
    await heimdall.press(`Delete: ${resource}.export`);
    await heimdall.confirm('Delete', `The permission “${resource}.export” was deleted.`);
    assert.equal(await heimdall.row(`${resource}.export`).count(), 0);
  });
});
