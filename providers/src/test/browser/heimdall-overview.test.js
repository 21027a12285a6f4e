// SPDX-License-Identifier: Apache-2.0
// The page "Overview": what the app is, what it lacks, and what there is of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, setAttributes, signIn, signUp } from './api.js';
import { Console, settings } from './console.js';
import { OURS } from './heimdall-page.js';

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
    const facts = heimdall.content.locator('.pf-v5-c-description-list__group');
    const sessions = facts.filter({ hasText: 'Sessions of the API now' });
    await sessions.getByText(/^\d/).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-overview', ...OURS), []);

    await setAttributes(settings.realm, { 'heimdall.signup_default_role': 'member' });
    const users = heimdall.content.locator('.pf-v5-c-card', { hasText: 'Users' }).locator('.heimdall-count');
    await users.filter({ hasText: /^\d+$/ }).waitFor();
    const before = Number(await users.innerText());
    const chart = heimdall.content.locator('.heimdall-chart figcaption');
    const counts = (await chart.innerText()).match(/\d[\d,]*/g);
    const [succeeded, failed] = counts.map((count) => Number(count.replace(',', '')));
    const name = `nina${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    assert.equal(await signIn(name, 'wrong'), 401);
    await heimdall.open('API keys');
    await heimdall.open('Overview');
    await users.filter({ hasText: new RegExp(`^${before + 1}$`) }).waitFor();
    assert.equal(await heimdall.content.getByText("'nobody'").count(), 0);
    const counted = new Intl.NumberFormat('en');
    const told = `${counted.format(succeeded + 1)} succeeded, ${counted.format(failed + 1)} failed.`;
    await chart.filter({ hasText: told }).waitFor();
  });
});

describe('given tenants and M2M clients', () => {
  test('then the overview counts them, and leads to them', async () => {
    await admin.logInAt('heimdall');
    const link = (label) => admin.page.getByRole('link', { name: label });
    const card = (label) => heimdall.content.locator('.pf-v5-c-card').filter({ has: link(label) });
    const count = async (label) => {
      const shown = card(label).locator('.heimdall-count').filter({ hasText: /^\d+$/ });
      await shown.waitFor();
      return Number(await shown.innerText());
    };
    const before = { tenants: await count('Tenants'), clients: await count('M2M clients') };
    const post = async (path, body) => (await atPlatform(path, { method: 'POST', body })).body;
    const { id } = await post('/tenants', { display_name: `Counted ${Date.now()}` });
    const { client_id: client } = await post('/credentials', { name: 'counted' });
    await heimdall.open('Roles');
    await heimdall.open('Overview');
    assert.deepEqual({ tenants: await count('Tenants'), clients: await count('M2M clients') }, {
      tenants: before.tenants + 1,
      clients: before.clients + 1,
    });
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
    await atPlatform(`/credentials/${client}`, { method: 'DELETE' });
    await card('M2M clients').getByRole('link').click();
    await heimdall.content.getByRole('heading', { level: 1, name: 'M2M clients' }).waitFor();
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
