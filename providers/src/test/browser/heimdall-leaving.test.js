// SPDX-License-Identifier: Apache-2.0
// What becomes of changes that are not saved when the admin goes elsewhere, and of the focus.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, authConfig } from './api.js';
import { OURS } from './heimdall-page.js';

const ASKED = 'Discard changes?';
const field = (name) => heimdall.content.locator(`[id="heimdall-set-${name}"]`);
const heading = (name) => heimdall.content.getByRole('heading', { level: 1, name, exact: true });
const isFocused = (target) => target.evaluate((node) => node === document.activeElement);

/** Waits until something has the focus, as it comes when the page is drawn. */
async function focused(target) {
  await target.and(admin.page.locator(':focus')).waitFor();
}

async function answer(button) {
  await heimdall.dialog.getByRole('heading', { name: ASKED }).waitFor();
  await heimdall.dialog.getByRole('button', { name: button, exact: true }).click();
  await heimdall.dialog.waitFor({ state: 'detached' });
}

describe('given settings that are changed and not saved', () => {
  async function change() {
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.open('Settings');
    await field('max_sessions').focus();
    await admin.page.keyboard.press('ControlOrMeta+a');
    await admin.page.keyboard.type('7');
  }

  test('when pressing another entry, then it asks, and what is kept can be saved', async () => {
    await change();
    await heimdall.pages.getByRole('link', { name: 'Tenants' }).click();
    assert.deepEqual(await admin.lookAt('heimdall-discard', ...OURS), []);
    await answer('Keep editing');
    assert.equal(await field('max_sessions').inputValue(), '7');
    await focused(heimdall.pages.getByRole('link', { name: 'Tenants' }));

    await heimdall.content.getByRole('button', { name: 'Save' }).click();
    await heimdall.content.getByRole('status').filter({ hasText: 'The settings were saved.' }).waitFor();
    await focused(heimdall.content.locator('.heimdall-save'));
    assert.equal((await authConfig()).max_sessions, 7);
    await heimdall.open('Tenants');
    assert.equal(await heimdall.dialog.count(), 0);
    await atPlatform('/auth-config', { method: 'PATCH', body: { max_sessions: 50 } });
  });

  test('when discarding, then the other page opens, and nothing was saved', async () => {
    const { max_sessions: before } = await authConfig();
    await change();
    await heimdall.pages.getByRole('link', { name: 'Tenants' }).click();
    await answer('Discard changes');
    await heading('Tenants').waitFor();
    await focused(heading('Tenants'));
    await heimdall.open('Settings');
    assert.equal(await field('max_sessions').inputValue(), String(before));
    await heimdall.open('Roles');
    assert.equal((await authConfig()).max_sessions, before);
  });

  test('when pressing an entry of Keycloak, then it asks, and opens that page', async () => {
    await change();
    await admin.page.locator('#nav-item-clients').click();
    await answer('Keep editing');
    await heading('Settings').waitFor();
    await admin.page.locator('#nav-item-clients').click();
    await answer('Discard changes');
    await admin.page.getByRole('heading', { level: 1, name: 'Clients', exact: true }).waitFor();
    assert.equal(await heimdall.content.count(), 0);
  });

  test('when going back, then it asks, and goes', async () => {
    await change();
    await admin.page.evaluate(() => history.back());
    await answer('Keep editing');
    assert.match(admin.page.url(), /page=settings/);
    assert.equal(await field('max_sessions').inputValue(), '7');
    await admin.page.keyboard.press('Tab');
    await admin.page.evaluate(() => history.back());
    await answer('Discard changes');
    await heading('Overview').waitFor();
  });

  test('when Keycloak itself opens another page, then it asks, and knows where the admin stays', async () => {
    await change();
    await admin.page.evaluate(() => history.pushState(null, '', location.hash.replace(/heimdall.*/, 'clients')));
    await answer('Keep editing');
    assert.match(admin.page.url(), /page=settings/);
    assert.equal(await field('max_sessions').inputValue(), '7');
  });

  test('when loading the console anew, then the browser asks', async () => {
    await change();
    const asked = admin.page.waitForEvent('dialog');
    const reload = admin.page.reload();
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.accept();
    await reload;
    await heading('Settings').waitFor();
  });
});

describe('given settings that are as they were', () => {
  test('when leaving, then nothing asks', async () => {
    const dialogs = [];
    admin.page.on('dialog', (dialog) => dialogs.push(dialog.type()) && dialog.accept());
    await admin.logInAt('heimdall?page=settings');
    await field('max_sessions').fill('9');
    await heimdall.content.getByRole('button', { name: 'Undo changes' }).click();
    await field('signup_allowed_email_domains').fill('example.com');
    await field('signup_allowed_email_domains').fill('');
    await admin.page.reload();
    await heading('Settings').waitFor();
    await heimdall.open('Overview');
    assert.equal(await heimdall.dialog.count(), 0);
    assert.deepEqual(dialogs, []);
  });
});

describe('given a matrix with ticks that are not saved', () => {
  test('when pressing another entry, then it asks, and not where they were taken back', async () => {
    const cell = heimdall.content.getByLabel('member has user.list', { exact: true });
    await admin.logInAt('heimdall?page=roles');
    await cell.click();
    await heimdall.pages.getByRole('link', { name: 'Tenants' }).click();
    await answer('Keep editing');
    await cell.click();
    await heimdall.open('Tenants');
    assert.equal(await heimdall.dialog.count(), 0);
  });
});

describe('given a keyboard only', () => {
  test('when going to another page, then its name has the focus, and Tab goes on from there', async () => {
    await admin.logInAt('heimdall?page=tenants');
    await heading('Tenants').waitFor();
    assert.equal(await isFocused(heading('Tenants')), false);
    await admin.tabTo(heimdall.pages.getByRole('link', { name: 'API keys' }));
    await admin.page.keyboard.press('Enter');
    await focused(heading('API keys'));
    await heimdall.content.getByRole('button', { name: 'Create API key' }).waitFor();
    await admin.page.keyboard.press('Tab');
    await focused(heimdall.content.getByRole('button', { name: 'Create API key' }));
  });

  test('when a dialog is closed, then what opened it has the focus, or the page where that is gone', async () => {
    const name = `focus${Date.now()}`;
    await atPlatform('/credentials', { method: 'POST', body: { name } });
    await admin.logInAt('heimdall?page=machine-clients');
    const remove = heimdall.row(name).getByRole('button', { name: `Delete: ${name}` });
    await remove.waitFor();
    await remove.focus();
    await admin.page.keyboard.press('Enter');
    await heimdall.dialog.waitFor();
    await admin.page.keyboard.press('Escape');
    await heimdall.dialog.waitFor({ state: 'detached' });
    await focused(remove);

    await admin.page.keyboard.press('Enter');
    await admin.tabTo(heimdall.dialog.getByRole('button', { name: 'Delete' }));
    await admin.page.keyboard.press('Enter');
    await heimdall.row(name).waitFor({ state: 'detached' });
    await focused(heading('M2M clients'));
  });
});
