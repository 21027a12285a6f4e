// SPDX-License-Identifier: Apache-2.0
// The page "Sign-in providers": what is set up is shown, with the callback URL that the API tells.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform } from './api.js';
import { OURS } from './heimdall-page.js';

describe('given providers', () => {
  test('when one is set up, then it is shown with its callback URL and a way to its page', async () => {
    await atPlatform('/auth-config/providers/github', { method: 'DELETE' });
    await admin.logInAt('heimdall?page=providers');
    await heimdall.row('GitHub').getByText('Not set up').waitFor();
    await atPlatform('/auth-config/providers/github', {
      method: 'PUT',
      body: { enabled: true, config: { client_id: 'acme', client_secret: 'secret' } },
    });
    await heimdall.open('API keys');
    await heimdall.open('Sign-in providers');
    await heimdall.row('GitHub').getByText('On', { exact: true }).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-providers', ...OURS), []);
    const { config } = (await atPlatform('/auth-config/providers/github')).body;
    assert.equal(await heimdall.row('GitHub').locator('code').innerText(), config.callback_url);

    await heimdall.content.getByRole('link', { name: 'Open: GitHub' }).click();
    const clientId = admin.page.locator('#kc-client-id, [data-testid="config.clientId"]');
    await admin.page.getByTestId('redirectUri').or(clientId).first().waitFor();
    await admin.page.goBack();
    await heimdall.content.getByRole('link', { name: 'Set up: Google' }).click();
    await admin.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Google' }).waitFor();
    await atPlatform('/auth-config/providers/github', { method: 'DELETE' });
  });
});
