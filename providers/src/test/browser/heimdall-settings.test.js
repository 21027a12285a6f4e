// SPDX-License-Identifier: Apache-2.0
// The page "Settings": what is saved there holds at the API, and what is changed elsewhere is shown there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, authConfig, createRealm, setAttributes, signUp, toggles } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';

describe('given the page of settings', () => {
  const field = (name) => heimdall.content.locator(`[id="heimdall-set-${name}"]`);

  async function save() {
    await heimdall.content.getByRole('button', { name: 'Save' }).click();
  }

  async function saved() {
    await save();
    await heimdall.content.getByRole('status').filter({ hasText: 'The settings were saved.' }).waitFor();
  }

  async function open() {
    await admin.logInAt('heimdall?page=settings');
    await field('signup_enabled').waitFor({ state: 'attached' });
  }

  test('when saving toggles, then the API follows, and other values stay', async () => {
    await setAttributes(settings.realm, { 'heimdall.max_sessions': '7' });
    await open();
    assert.equal(await field('max_sessions').inputValue(), '7');
    assert.deepEqual(await admin.lookAt('heimdall-settings', ...OURS), []);

    await field('signup_enabled').focus();
    await admin.page.keyboard.press('Space');
    await field('refresh_token_ttl_seconds').fill('2');
    await saved();

    assert.equal(await signUp(), 403);
    const { signup_enabled, session_duration_minutes, max_sessions } = await authConfig();
    assert.deepEqual({ signup_enabled, session_duration_minutes, max_sessions }, {
      signup_enabled: false,
      session_duration_minutes: 2 * 24 * 60,
      max_sessions: 7,
    });

    await field('signup_enabled').focus();
    await admin.page.keyboard.press('Space');
    await heimdall.content.getByLabel('Unit of “Sessions last for”').selectOption({ label: 'hours' });
    await saved();
    assert.equal(await signUp(), 200);
    assert.equal((await authConfig()).session_duration_minutes, 2 * 60);
    await setAttributes(settings.realm, {
      'heimdall.max_sessions': '50',
      'heimdall.refresh_token_ttl_seconds': '2592000',
    });
  });

  test('when entering a value that is none, then it says why, and nothing changes', async () => {
    await open();
    await field('signup_allowed_email_domains').fill('not a domain');
    await save();
    await heimdall.content.getByRole('alert').waitFor();
    assert.equal(await field('signup_allowed_email_domains').inputValue(), 'not a domain');
    assert.deepEqual((await authConfig()).signup_allowed_email_domains, []);

    await heimdall.content.getByRole('button', { name: 'Undo changes' }).click();
    assert.equal(await field('signup_allowed_email_domains').inputValue(), '');
    assert.equal(await heimdall.content.getByRole('alert').count(), 0);
  });

  test('when two values are out of range, then both are marked, in the words and units of the page', async () => {
    await open();
    const sent = [];
    admin.page.on('request', (request) => request.url().includes('/components') && sent.push(request.method()));
    await field('max_sessions').fill('5000');
    await field('code_ttl_seconds').fill('0');
    await save();
    const said = heimdall.content.getByRole('alert');
    assert.match(await said.innerText(), /: Codes hold for, Sessions of one user at most\./);
    await heimdall.content.getByText('Enter a whole number from 1 to 1,000.').waitFor();
    await heimdall.content.getByText('Enter a time from 1 minute to 1 day.').waitFor();
    for (const name of ['max_sessions', 'code_ttl_seconds']) {
      assert.equal(await field(name).getAttribute('aria-invalid'), 'true', name);
    }
    assert.equal(await field('code_ttl_seconds').evaluate((node) => node === document.activeElement), true);
    assert.deepEqual(await admin.lookAt('heimdall-settings-wrong', ...OURS), []);
    assert.deepEqual(sent, []);

    await field('code_ttl_seconds').fill('10');
    assert.equal(await field('code_ttl_seconds').getAttribute('aria-invalid'), 'false');
    assert.equal(await field('max_sessions').getAttribute('aria-invalid'), 'true');
    await heimdall.content.getByRole('button', { name: 'Undo changes' }).click();
    assert.equal(await said.count(), 0);
  });

  test('when the realm asks for more, then it says what', async () => {
    const strict = { passwordPolicy: 'length(10)', bruteForceProtected: true, failureFactor: 17 };
    await administer(`/${settings.realm}`, 'PUT', strict);
    await open();
    await heimdall.content.getByText('length(10)').waitFor();
    await heimdall.content.getByText('17 wrong passwords').waitFor();
    const lax = { passwordPolicy: '', bruteForceProtected: false, failureFactor: 30 };
    await administer(`/${settings.realm}`, 'PUT', lax);
  });

  test('then it has every toggle, and warns of what shuts users out', async () => {
    await open();
    for (const name of await toggles()) {
      assert.equal(await field(name).count(), 1, name);
    }
    await field('status').selectOption('suspended');
    await heimdall.content.getByText('Every call of the app is refused with 403.').waitFor();
  });

  test('when turning the app off, then it says how to turn it on again, before and after', async () => {
    const realm = `off-${Date.now()}`;
    await createRealm(realm);
    await setAttributes(realm, { 'heimdall.enabled': 'true' });
    await admin.logInAt('heimdall?page=settings', { realm });
    await field('enabled').focus();
    await admin.page.keyboard.press('Space');
    const command = `kcadm.sh update realms/${realm} -s 'attributes."heimdall.enabled"=true'`;
    await heimdall.content.getByText('Realm settings → Heimdall').filter({ hasText: command }).waitFor();
    await save();
    await heimdall.content.getByRole('status').filter({ hasText: 'Heimdall is turned off' }).waitFor();
    await heimdall.content.getByRole('status').filter({ hasText: command }).waitFor();
    assert.equal(await heimdall.content.getByRole('alert').count(), 0);
    assert.equal(await signUp({ realm }), 404);
    await administer(`/${realm}`, 'DELETE');
  });
});
