// SPDX-License-Identifier: Apache-2.0
// What an admin sees where a page cannot be: never nothing at all.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer } from './api.js';
import { settings } from './console.js';

const main = () => admin.page.locator('#kc-main-content-page-container');

describe('given an admin who may manage users alone', () => {
  const username = `helper${Date.now()}`;
  const password = 'secret-Password1';

  before(async () => {
    const realm = `/${settings.realm}`;
    const find = async (path) => (await (await administer(realm + path, 'GET')).json())[0];
    await administer(`${realm}/users`, 'POST', {
      username,
      enabled: true,
      email: `${username}@example.com`,
      firstName: 'Hilda',
      lastName: 'Helper',
      credentials: [{ type: 'password', value: password }],
    });
    const { id } = await find(`/users?username=${username}&exact=true`);
    const client = await find('/clients?clientId=realm-management');
    const role = await (await administer(`${realm}/clients/${client.id}/roles/manage-users`, 'GET')).json();
    await administer(`${realm}/users/${id}/role-mappings/clients/${client.id}`, 'POST', [role]);
  });

  test('then a page says which role is missing', async () => {
    await admin.logInAt('heimdall?page=tenants', { home: settings.realm, username, password });
    await heimdall.content.getByRole('alert').filter({ hasText: 'query-organizations' }).waitFor();
    await admin.snapshot('heimdall-without-entry');
  });
});

describe('given pages that break as they are drawn', () => {
  test('then they go away, and the console shows its own', async () => {
    await admin.page.route('**/assets/heimdall/open-*.js', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('createPortal', 'createRoot');
      await route.fulfill({ response: answer, body });
    });
    await admin.logInAt('clients');
    await heimdall.entry.click();
    await heimdall.content.waitFor({ state: 'detached' });
    await admin.page.locator('#nav-item-users').click();
    await admin.page.getByRole('heading', { level: 1, name: 'Users', exact: true }).waitFor();
    assert.equal(await main().getAttribute('data-heimdall-open'), null);
  });
});

describe('given a server that does not answer as the API does', () => {
  const html = (status) => (route) => route.fulfill({ status, contentType: 'text/html', body: '<h1>proxy</h1>' });
  const answers = {
    'cannot be reached': (route) => route.abort(),
    'no answer of the API': html(200),
    'not available': html(503),
    'too large': html(413),
  };

  test('then the page says what is wrong', async () => {
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.loaded();
    for (const [said, answer] of Object.entries(answers)) {
      await admin.page.unrouteAll();
      await admin.page.route(/\/tenants(\?|$)/, answer);
      await heimdall.open('API keys');
      await heimdall.open('Tenants');
      await heimdall.content.getByRole('alert').filter({ hasText: said }).waitFor();
    }
  });
});
