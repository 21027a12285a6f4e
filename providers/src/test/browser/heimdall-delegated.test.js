// SPDX-License-Identifier: Apache-2.0
// What an admin reads who logs in to the realm master, and has roles in one app alone.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, atPlatform, setAttributes, signUp } from './api.js';
import { Console, settings, startBrowser } from './console.js';
import { HeimdallPage } from './heimdall-page.js';

const username = `delegate${Date.now()}`;
const password = 'secret-Password1';
const ROLES = ['view-realm', 'view-users', 'view-clients'];

const lacks = (within, role) => within.getByRole('alert').filter({ hasText: `lacks the admin role ${role}.` });

before(async () => {
  const find = async (path) => (await (await administer(`/master${path}`, 'GET')).json())[0];
  await administer('/master/users', 'POST', {
    username,
    enabled: true,
    email: `${username}@example.com`,
    firstName: 'Dora',
    lastName: 'Delegate',
    credentials: [{ type: 'password', value: password }],
  });
  const { id } = await find(`/users?username=${username}&exact=true`);
  const client = await find(`/clients?clientId=${settings.realm}-realm`);
  const roles = await Promise.all(
    ROLES.map(async (role) => (await administer(`/master/clients/${client.id}/roles/${role}`, 'GET')).json()),
  );
  await administer(`/master/users/${id}/role-mappings/clients/${client.id}`, 'POST', roles);
});

describe('given an admin of one app in a console in German', () => {
  test('then the pages speak German', async () => {
    const browser = await startBrowser();
    const german = await Console.open(browser, { language: 'de' });
    try {
      await german.logInAt('heimdall', { username, password });
      const { content } = new HeimdallPage(german);
      await content.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
      assert.match(await german.page.title(), /^Übersicht – /);
    } finally {
      await browser.close();
    }
  });
});

describe('given an admin who may look and change nothing', () => {
  test('when saving settings, then it says which role is missing', async () => {
    await admin.logInAt('heimdall?page=settings', { username, password });
    await heimdall.content.locator('#heimdall-set-max_sessions').fill('77');
    await heimdall.content.getByRole('button', { name: 'Save' }).click();
    await lacks(heimdall.content, 'manage-realm').waitFor();
  });

  test('when saving the look of mails, then it says which role is missing', async () => {
    await admin.logInAt('heimdall?page=mail', { username, password });
    await heimdall.tab('Logo and colour');
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Colour of buttons').fill('#0f766e');
    await heimdall.dialog.getByRole('button', { name: 'Save' }).click();
    await lacks(heimdall.dialog, 'manage-realm').waitFor();
  });

  test('when ending a session, then it says which role is missing', async () => {
    const name = `seen${Date.now()}`;
    await setAttributes(settings.realm, { 'heimdall.signup_enabled': 'true' });
    assert.equal(await signUp({ name }), 200);
    const { id } = (await atPlatform(`/end-users?search=${name}`)).body.data[0];
    await admin.logInAt(`heimdall?page=users&id=${id}`, { username, password });
    const sessions = heimdall.content.getByRole('grid', { name: 'Sessions' });
    await sessions.getByRole('button', { name: /^Sign out/ }).click();
    await heimdall.dialog.getByRole('button', { name: 'Sign out' }).click();
    await lacks(heimdall.dialog, 'manage-users').waitFor();
  });
});

describe('given an admin who may manage users alone', () => {
  test('when opening the settings, then it says which role is missing', async () => {
    await admin.page.route(/\/components\?/, (route) => route.fulfill({ status: 403, json: { error: 'HTTP 403' } }));
    await admin.logInAt('heimdall?page=settings');
    await lacks(heimdall.content, 'view-realm').waitFor();
    assert.equal(await heimdall.content.getByRole('button', { name: 'Try again' }).count(), 0);
  });
});
