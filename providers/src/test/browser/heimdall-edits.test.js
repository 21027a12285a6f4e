// SPDX-License-Identifier: Apache-2.0
// What a form does with a field that was emptied: it is emptied at the API too, or the form says why not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, atPlatform, signUp } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';

const userNamed = async (name) => (await atPlatform(`/end-users?search=${name}`)).body.data[0];

describe('given a user with a name and an email', () => {
  async function edit(name) {
    assert.equal(await signUp({ name }), 200);
    await admin.logInAt('heimdall?page=users');
    await heimdall.content.getByRole('textbox', { name: 'Search by name or email' }).fill(name);
    await admin.page.keyboard.press('Enter');
    await heimdall.row(name).getByRole('link', { name, exact: true }).click();
    await heimdall.content.getByRole('heading', { level: 2, name }).waitFor();
    await heimdall.press('Edit');
  }

  test('when emptying the name, then it is gone, and the email stays', async () => {
    const name = `emma${Date.now()}`;
    await edit(name);
    await heimdall.dialog.getByLabel('Name').fill('');
    await heimdall.confirm('Save', `“${name}” was saved.`);
    const { display_name, email } = await userNamed(name);
    assert.deepEqual({ display_name, email }, { display_name: null, email: `${name}@example.com` });
  });

  test('when emptying the name of whom Keycloak calls something, then it says what is shown', async () => {
    const name = `frida${Date.now()}`;
    await edit(name);
    const { id } = await userNamed(name);
    await administer(`/${settings.realm}/users/${id}`, 'PUT', { firstName: 'Frida', lastName: 'Falk' });
    await heimdall.dialog.getByLabel('Name').fill('');
    await heimdall.confirm('Save', 'It is still shown as “Frida Falk”');
    assert.equal((await userNamed(name)).display_name, 'Frida Falk');
  });

  test('when emptying the email, then the field says why it stays, and another is taken', async () => {
    const name = `greta${Date.now()}`;
    await edit(name);
    const email = heimdall.dialog.getByLabel('Email');
    const save = heimdall.dialog.getByRole('button', { name: 'Save' });
    await email.fill('');
    await save.click();
    const refused = heimdall.dialog.getByRole('alert');
    await refused.filter({ hasText: 'An email can be replaced here, not removed.' }).waitFor();
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    assert.equal((await userNamed(name)).email, `${name}@example.com`);
    assert.deepEqual(await admin.lookAt('heimdall-field-refused', ...OURS), []);

    await email.fill('no email');
    assert.equal(await email.getAttribute('aria-invalid'), 'false');
    await save.click();
    await heimdall.dialog.getByRole('alert').filter({ hasText: 'The server refused what is marked.' }).waitFor();
    await heimdall.dialog.locator('.pf-m-error').filter({ hasText: 'is not valid' }).waitFor();
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    assert.equal(await heimdall.dialog.getByLabel('Name').getAttribute('aria-invalid'), 'false');
    await email.fill(`new-${name}@example.com`);
    await heimdall.confirm('Save', `“${name}” was saved.`);
    assert.equal((await userNamed(name)).email, `new-${name}@example.com`);
  });
});

describe('given a tenant', () => {
  test('when emptying its name and slug, then both say that they are needed', async () => {
    const name = `Acme ${Date.now()}`;
    const { id, slug } = (await atPlatform('/tenants', { method: 'POST', body: { display_name: name } })).body;
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.content.getByRole('link', { name, exact: true }).click();
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Name').fill(' ');
    await heimdall.dialog.getByLabel('Slug').fill('');
    await heimdall.dialog.getByRole('button', { name: 'Save' }).click();
    await heimdall.dialog.getByRole('alert').filter({ hasText: 'Still to be filled in: Name, Slug.' }).waitFor();
    await heimdall.dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal((await atPlatform(`/tenants/${id}`)).body.slug, slug);
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
  });
});
