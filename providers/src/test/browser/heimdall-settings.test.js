// SPDX-License-Identifier: Apache-2.0
// The pages "Overview" and "Settings": what is saved there holds at the API, and what is changed elsewhere is shown there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, authConfig, setAttributes, signIn, signUp, toggles } from './api.js';
import { Console, settings } from './console.js';
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
    await setAttributes(settings.realm, { 'heimdall.max_sessions': '50', 'heimdall.refresh_token_ttl_seconds': '2592000' });
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

  test('when the realm asks for more, then it says what', async () => {
    await administer(`/${settings.realm}`, 'PUT', { passwordPolicy: 'length(10)', bruteForceProtected: true, failureFactor: 17 });
    await open();
    await heimdall.content.getByText('length(10)').waitFor();
    await heimdall.content.getByText('17 wrong passwords').waitFor();
    await administer(`/${settings.realm}`, 'PUT', { passwordPolicy: '', bruteForceProtected: false, failureFactor: 30 });
  });

  test('then it has every toggle, and warns of what shuts people out', async () => {
    await open();
    for (const name of await toggles()) {
      assert.equal(await field(name).count(), 1, name);
    }
    await field('status').selectOption('suspended');
    await heimdall.content.getByText('Every call of the app is refused with 403.').waitFor();
  });
});

describe('given the overview', () => {
  test('then its addresses answer, it counts, and it says what the app lacks', async () => {
    await setAttributes(settings.realm, { 'heimdall.signup_default_role': 'nobody' });
    await admin.logInAt('heimdall');
    await heimdall.content.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const address = (label) =>
      heimdall.content.locator('.pf-v5-c-description-list__group', { hasText: label }).locator('code').innerText();
    const configuration = await (await fetch(await address('OpenID configuration'))).json();
    assert.equal(configuration.issuer, await address('Issuer of its tokens'));
    await heimdall.content.getByText("'nobody'").waitFor();
    const sessions = heimdall.content.locator('.pf-v5-c-description-list__group', { hasText: 'Sessions of the API now' });
    await sessions.getByText(/^\d/).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-overview', ...OURS), []);

    await setAttributes(settings.realm, { 'heimdall.signup_default_role': 'member' });
    const users = heimdall.content.locator('.pf-v5-c-card', { hasText: 'Users' }).locator('.heimdall-count');
    await users.filter({ hasText: /^\d+$/ }).waitFor();
    const before = Number(await users.innerText());
    const chart = heimdall.content.locator('.heimdall-chart figcaption');
    const [succeeded, failed] = (await chart.innerText()).match(/\d[\d,]*/g).map((count) => Number(count.replace(',', '')));
    const name = `nina${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    assert.equal(await signIn(name, 'wrong'), 401);
    await heimdall.open('API keys');
    await heimdall.open('Overview');
    await users.filter({ hasText: new RegExp(`^${before + 1}$`) }).waitFor();
    assert.equal(await heimdall.content.getByText("'nobody'").count(), 0);
    const counted = new Intl.NumberFormat('en');
    await chart.filter({ hasText: `${counted.format(succeeded + 1)} succeeded, ${counted.format(failed + 1)} failed.` }).waitFor();
  });
});

describe('given a console in German', () => {
  test('then what the app lacks is told in German, with the words of the API beneath', async () => {
    await setAttributes(settings.realm, { 'heimdall.signup_default_role': 'nobody' });
    const german = await Console.open(admin.page.context().browser(), { language: 'de' });
    try {
      await german.logInAt('heimdall');
      await german.page.getByText('eine Rolle bekommen, die die App nicht hat').waitFor();
      await german.page.locator('.heimdall-help[lang=en]').filter({ hasText: "'nobody'" }).waitFor();
      assert.deepEqual(await german.lookAt('heimdall-overview-german', ...OURS), []);
    } finally {
      await german.close();
      await setAttributes(settings.realm, { 'heimdall.signup_default_role': 'member' });
    }
  });
});
