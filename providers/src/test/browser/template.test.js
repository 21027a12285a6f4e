// SPDX-License-Identifier: Apache-2.0
// "Create realm" with a file of realm-templates/ and a name of one's own makes an app.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { signUp } from './api.js';
import { Console, settings, startBrowser } from './console.js';

const TEMPLATE = fileURLToPath(new URL('../../../../realm-templates/strict.json', import.meta.url));

/** Milliseconds; a busy server takes long for a realm. */
const CREATED_WITHIN = 120_000;

test('given a template, when creating a realm with it, then it is an app, and the tab shows its toggles', async () => {
  const browser = await startBrowser();
  try {
    const admin = await Console.open(browser);
    const { page } = admin;
    const realm = `shop-${Date.now()}`;
    const configuration = `${settings.server}/${realm}/v1/.well-known/openid-configuration`;
    assert.equal((await fetch(configuration)).status, 404);

    await admin.logInAt('realms', { realm: 'master' });
    const create = { name: 'Create realm' };
    await page.getByRole('button', create).or(page.getByRole('link', create)).click();
    await page.locator('input[type=file]').setInputFiles(TEMPLATE);
    await page.locator('#realm').fill(realm);
    await admin.snapshot('create-realm');
    await page.getByTestId('create').click();
    await page.getByTestId('last-alert').waitFor({ timeout: CREATED_WITHIN });

    assert.equal((await fetch(configuration)).status, 200);
    assert.equal(await signUp({ realm, password: 'CorrectHorse' }), 400);
    // The template wants the email verified first.
    assert.equal(await signUp({ realm, password: 'Correct-Horse-8-Staple' }), 403);
    await admin.goTo('heimdall', realm);
    await admin.onHeimdall();
    assert.equal(await admin.isOn('enabled'), true);
    assert.equal(await admin.isOn('enforce_app_permissions'), true);
    assert.equal(await admin.field('password_min_length').inputValue(), '12');
  } finally {
    await browser.close();
  }
});
