// SPDX-License-Identifier: Apache-2.0
// "Create realm" with a file of realm-templates/ and a name of one's own makes an app.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Console, settings, startBrowser } from './console.js';

const TEMPLATE = fileURLToPath(new URL('../../../../realm-templates/strict.json', import.meta.url));

test('given a template, when creating a realm with it, then it is an app', async () => {
  const browser = await startBrowser();
  try {
    const admin = await Console.open(browser);
    const { page } = admin;
    const realm = `shop-${Date.now()}`;
    const configuration = `${settings.server}/${realm}/v1/.well-known/openid-configuration`;
    assert.equal((await fetch(configuration)).status, 404);

    await admin.logInAt('realms', { realm: 'master' });
    await page.getByRole('button', { name: 'Create realm' }).or(page.getByRole('link', { name: 'Create realm' })).click();
    await page.locator('input[type=file]').setInputFiles(TEMPLATE);
    await page.locator('#realm').fill(realm);
    await admin.snapshot('create-realm');
    await page.getByTestId('create').click();
    await page.getByTestId('last-alert').waitFor();

    assert.equal((await fetch(configuration)).status, 200);
  } finally {
    await browser.close();
  }
});
