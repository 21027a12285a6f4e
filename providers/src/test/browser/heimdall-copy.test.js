// SPDX-License-Identifier: Apache-2.0
// The buttons that copy: what is in the clipboard is what is shown.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { acceptInvite, atPlatform, listTenants } from './api.js';

const copied = () => admin.page.evaluate(() => navigator.clipboard.readText());

async function copy(label, where = heimdall.content) {
  await where.getByRole('button', { name: `Copy: ${label}`, exact: true }).click();
  await where.getByRole('button', { name: `Copied: ${label}`, exact: true }).waitFor();
  return copied();
}

describe('given a browser with a clipboard', () => {
  beforeEach(() => admin.page.context().grantPermissions(['clipboard-read', 'clipboard-write']));

  test('then the addresses and the first call of the overview are copied as they are shown', async () => {
    await admin.logInAt('heimdall');
    const addresses = heimdall.content.locator('.heimdall-addresses .pf-v5-c-description-list__group');
    await addresses.first().waitFor();
    const labels = await addresses.locator('dt').allInnerTexts();
    assert.equal(labels.length, 5);
    for (const label of labels) {
      const shown = await addresses.filter({ hasText: label }).locator('code').innerText();
      assert.equal(await copy(label), shown);
    }
    assert.equal(await copy('A first call'), await heimdall.content.locator('.pf-v5-c-code-block__code').innerText());
  });

  test('then a key works as it was copied', async () => {
    const name = `copied-${Date.now()}`;
    await admin.logInAt('heimdall?page=api-keys');
    await heimdall.press('Create API key');
    await heimdall.dialog.getByLabel('Name').fill(name);
    await heimdall.dialog.getByLabel('auth.tenant.read', { exact: true }).check();
    await heimdall.dialog.getByRole('button', { name: 'Create API key' }).click();
    const { 'API key': shown } = await heimdall.secrets();
    const key = await copy('API key', heimdall.dialog);
    assert.equal(key, shown);
    assert.equal(await listTenants(key), 200);
  });

  test('then the code and the link of an invite are copied as they are shown', async () => {
    const name = `invited${Date.now()}`;
    await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: 'https://app.example.com' } });
    await admin.logInAt('heimdall?page=invites');
    await heimdall.press('Create invite');
    await heimdall.dialog.getByLabel('Email').fill(`${name}@example.com`);
    await heimdall.dialog.getByRole('button', { name: 'Create invite' }).click();
    const { Code: code, Link: link } = await heimdall.secrets();
    assert.equal(await copy('Link', heimdall.dialog), link);
    assert.equal(await copy('Code', heimdall.dialog), code);
    await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: null } });
    assert.equal((await acceptInvite(new URL(link).searchParams.get('code'), name)).status, 200);
  });

  test('then the callback URL of a provider is copied as it is shown', async () => {
    await admin.logInAt('heimdall?page=providers');
    const shown = await heimdall.row('GitHub').locator('code').innerText();
    assert.equal(await copy('Callback URL GitHub'), shown);
    await heimdall.content.getByRole('button', { name: 'Copy: Callback URL GitHub', exact: true }).waitFor();
  });
});

describe('given a browser that lets no page write to its clipboard', () => {
  test('then the button says so', async () => {
    await admin.page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await admin.logInAt('heimdall');
    await heimdall.content.getByRole('button', { name: 'Copy: API of the app', exact: true }).click();
    await heimdall.content.getByText('The browser does not let this page copy.').waitFor();
  });
});
