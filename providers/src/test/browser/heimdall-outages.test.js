// SPDX-License-Identifier: Apache-2.0
// What the pages say while a part of the server does not answer, and how one goes on afterwards.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer } from './api.js';
import { settings } from './console.js';

const alert = (words) => heimdall.content.getByRole('alert').filter({ hasText: words });
const DISCOVERY = '**/.well-known/openid-configuration';

describe('given a token endpoint that does not answer', () => {
  test('then the login has not ended, and the page can be tried again', async () => {
    await admin.logInAt('clients');
    await heimdall.entry.waitFor();
    await admin.page.route('**/protocol/openid-connect/token', (route) =>
      // The console itself asks for a code once, and renews what it got.
      route.request().postData().includes('authorization_code')
        ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>proxy</h1>' })
        : route.continue(),
    );
    await admin.page.evaluate((realm) => (location.hash = `#/${realm}/heimdall?page=tenants`), settings.realm);
    await alert('The server is not available.').waitFor();
    await admin.page.unrouteAll();
    await heimdall.content.getByRole('button', { name: 'Try again' }).click();
    await heimdall.content.getByRole('alert').waitFor({ state: 'detached' });
    await heimdall.loaded();
  });
});

describe('given a discovery document that does not come', () => {
  const answers = {
    'cannot be reached': (route) => route.abort(),
    'no answer of the API': (route) => route.fulfill({ contentType: 'text/html', body: '<h1>proxy</h1>' }),
  };

  for (const [said, answer] of Object.entries(answers)) {
    test(`then the overview says “${said}”, and shows the rest`, async () => {
      await admin.page.route(DISCOVERY, answer);
      await admin.logInAt('heimdall');
      await alert(said).waitFor();
      await heimdall.content.getByText(settings.realm, { exact: true }).first().waitFor();
      await heimdall.content.getByRole('heading', { level: 2, name: 'Sign-ins' }).waitFor();
    });
  }

  test('then the sign-in providers are listed', async () => {
    await admin.page.route(DISCOVERY, answers['cannot be reached']);
    await admin.logInAt('heimdall?page=providers');
    await heimdall.row('Google').getByText('cannot be reached').waitFor();
  });
});

describe('given an app that is suspended', () => {
  test('then the overview does not say that it lacks nothing', async () => {
    await admin.page.route(/\/v1\/apps\/[^/]+\/health$/, (route) => route.fulfill({ json: { data: [] } }));
    await admin.page.route(/\/v1\/apps\/[^/]+$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), status: 'suspended' } });
    });
    await admin.logInAt('heimdall');
    await heimdall.content.getByText('Suspended', { exact: true }).waitFor();
    assert.equal(await heimdall.content.getByText('lacks nothing').count(), 0);
  });
});

describe('given languages of the realm that are none', () => {
  after(() =>
    administer(`/${settings.realm}`, 'PUT', { internationalizationEnabled: false, supportedLocales: ['en', 'de'] }),
  );

  test('then the page of mails shows them as they are written', async () => {
    const supportedLocales = ['en', 'pt_BR', 'x y'];
    await administer(`/${settings.realm}`, 'PUT', { internationalizationEnabled: true, supportedLocales });
    await admin.logInAt('heimdall?page=mail');
    await heimdall.tab('Preview');
    const languages = heimdall.content.getByLabel('Language').getByRole('option');
    await languages.filter({ hasText: 'x y' }).waitFor({ state: 'attached' });
    const names = (await languages.allInnerTexts()).map((name) => name.trim()).sort();
    assert.deepEqual(names, ['Brazilian Portuguese', 'English', 'x y']);
  });
});
