// SPDX-License-Identifier: Apache-2.0
// The addresses of users and tenants: they lead to the same after a reload, a step back and in another window, and
// never to nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, signUp } from './api.js';
import { Console, settings } from './console.js';
import { OURS } from './heimdall-page.js';

const titled = (name) => heimdall.content.getByRole('heading', { level: 2, name, exact: true });
const link = (name) => heimdall.content.getByRole('link', { name, exact: true });

async function goTo(hash) {
  await admin.page.evaluate((next) => (location.hash = next), hash);
}

describe('given a user and a tenant', () => {
  test('when reloading, going back and copying the link, then it is the same one', async () => {
    const name = `vera${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    const { id } = (await atPlatform(`/end-users?search=${name}`)).body.data[0];
    await admin.logInAt('heimdall?page=users');
    await link(name).click();
    await titled(name).waitFor();
    await titled(name).and(admin.page.locator(':focus')).waitFor();
    assert.match(admin.page.url(), new RegExp(`page=users&id=${id}$`));
    await admin.page.goBack();
    await link(name).waitFor();
    await admin.page.goForward();
    await titled(name).waitFor();
    await admin.page.reload();
    await titled(name).waitFor();
    await link('← All users').click();
    await link(name).waitFor();
    const copied = await link(name).getAttribute('href');
    const other = await Console.open(admin.page.context().browser());
    try {
      await other.logInAt(copied.split('/').slice(2).join('/'));
      await other.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    } finally {
      await other.close();
    }
  });

  test('when deleting the tenant, then its list is shown, and no step back leads to it', async () => {
    const name = `Address ${Date.now()}`;
    const { id } = (await atPlatform('/tenants', { method: 'POST', body: { display_name: name } })).body;
    await admin.logInAt(`heimdall?page=tenants&id=${id}`);
    await titled(name).waitFor();
    await heimdall.press('Delete');
    await heimdall.dialog.getByRole('button', { name: 'Delete' }).click();
    await heimdall.content.getByRole('button', { name: 'Create tenant' }).waitFor();
    assert.doesNotMatch(admin.page.url(), /id=/);
    assert.equal(await link(name).count(), 0);
    assert.equal(await heimdall.content.getByRole('alert').count(), 0);
  });
});

describe('given an address that is none', () => {
  test('then the list is shown with words, and nothing throws', async () => {
    const thrown = [];
    admin.page.on('pageerror', (error) => thrown.push(error.message));
    const said = (words) => heimdall.content.getByRole('alert').filter({ hasText: words });
    const at = `#/${settings.realm}/heimdall`;
    const undecodable = ['%E0%A4%A', '%00'];
    const ofPaths = ['..', '%2E', 'a%2Fb'];
    const unknown = ['00000000-0000-0000-0000-000000000000', ...undecodable, ...ofPaths, '<b>', 'x'.repeat(300)];
    await admin.logInAt(`heimdall?page=users&id=${unknown[0]}`);
    await said(`There is no user “${unknown[0]}”.`).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-unknown-user', ...OURS), []);
    for (const id of unknown) {
      await goTo(`${at}?page=roles`);
      await heimdall.content.getByRole('button', { name: 'Create role' }).waitFor();
      await goTo(`${at}?page=users&id=${id}`);
      await said('There is no user “').waitFor();
      await heimdall.content.getByRole('textbox', { name: 'Search by name or email' }).waitFor();
      await goTo(`${at}?page=tenants&id=${id}`);
      await said('There is no tenant “').waitFor();
      await heimdall.content.getByRole('button', { name: 'Create tenant' }).waitFor();
    }
    await goTo(`${at}?page=tenants`);
    await said('There is no tenant “').waitFor({ state: 'detached' });

    await goTo(`${at}?page=nope%`);
    await said('There is no page “nope%”').waitFor();
    await heimdall.content.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    assert.deepEqual(thrown, []);
  });

  test('when the console has one that nobody can decode, then the entry is there afterwards', async () => {
    const thrown = [];
    admin.page.on('console', (line) => line.text().startsWith('Heimdall:') && thrown.push(line.text()));
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.loaded();
    await goTo(`#/${settings.realm}/%E0%A4%A`);
    await heimdall.content.waitFor({ state: 'detached' });
    await goTo(`#/${settings.realm}/heimdall?page=tenants`);
    await heimdall.content.getByRole('button', { name: 'Create tenant' }).waitFor();
    assert.deepEqual(thrown, []);
  });
});

describe('given whoever looks for "Auth config"', () => {
  for (const [language, page, title, part] of [
    ['en', 'Settings', 'Auth config', 'Sign-up'],
    ['de', 'Einstellungen', 'Auth-Konfiguration (Auth config)', 'Registrierung'],
  ]) {
    test(`then the settings call a part so (${language})`, async () => {
      const own = await Console.open(admin.page.context().browser(), { language });
      try {
        await own.logInAt('heimdall?page=settings');
        await own.page.getByRole('heading', { level: 1, name: page }).waitFor();
        await own.page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
        const section = own.page.getByRole('group', { name: title, exact: true });
        await section.getByRole('heading', { level: 3, name: part, exact: true }).waitFor();
        assert.equal(await section.locator('[id="heimdall-set-signup_enabled"]').count(), 1);
        assert.deepEqual(await own.lookAt(`heimdall-auth-config-${language}`, ...OURS), []);
      } finally {
        await own.close();
      }
    });
  }
});
