// SPDX-License-Identifier: Apache-2.0
// Every page in German, whose words are longer.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { atPlatform, signUp } from './api.js';
import { Console, startBrowser } from './console.js';
import { HeimdallPage } from './heimdall-page.js';

const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

describe('given a console in German', () => {
  const name = `ute${Date.now()}`;

  before(async () => {
    assert.equal(await signUp({ name }), 200);
    await atPlatform('/tenants', { method: 'POST', body: { display_name: `Acme ${name}`, metadata: { plan: 'pro' } } });
    await atPlatform('/credentials', { method: 'POST', body: { name: 'nightly-export' } });
    await atPlatform('/api-keys', { method: 'POST', body: { name: 'backend', permissions: ['auth.tenant.read'] } });
  });

  test('then every page and its parts fit, in any look', async () => {
    const browser = await startBrowser();
    const admin = await Console.open(browser, { language: 'de' });
    try {
      const heimdall = new HeimdallPage(admin);
      await admin.logInAt('heimdall');
      await heimdall.content.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
      const pages = await heimdall.pages.getByRole('link').allInnerTexts();
      assert.equal(pages.length, 12);
      for (const page of pages) {
        await heimdall.open(page);
        assert.deepEqual(await admin.lookAt(`german-${slugOf(page)}`), [], page);
        for (const tab of (await heimdall.content.getByRole('tab').allInnerTexts()).slice(1)) {
          await heimdall.tab(tab);
          assert.deepEqual(await admin.lookAt(`german-${slugOf(`${page} ${tab}`)}`), [], tab);
        }
      }
      await heimdall.open('Benutzer');
      await heimdall.content.getByRole('link', { name, exact: true }).click();
      await heimdall.content.getByText('auth.session.created').waitFor();
      assert.deepEqual(await admin.lookAt('german-user'), []);
      await heimdall.press('Bearbeiten');
      await heimdall.dialog.getByLabel('E-Mail').fill('');
      await heimdall.dialog.getByRole('button', { name: 'Speichern' }).click();
      await heimdall.dialog.getByRole('alert').waitFor();
      assert.deepEqual(await admin.lookAt('german-user-form'), []);
    } finally {
      await browser.close();
    }
  });
});
