// SPDX-License-Identifier: Apache-2.0
// A theme that has ours as its parent, with a style of its own.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer } from './api.js';
import { OURS } from './heimdall-page.js';

describe('given a theme that has heimdall as its parent', () => {
  before(() => administer('/master', 'PUT', { adminTheme: 'acme' }));

  after(() => administer('/master', 'PUT', { adminTheme: 'heimdall' }));

  test('then its style and the pages are there', async () => {
    const loaded = [];
    admin.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await admin.logInAt('clients');
    const sidebar = admin.page.locator('#page-sidebar');
    const style = await sidebar.evaluate((node) => getComputedStyle(node).getPropertyValue('--acme'));
    assert.match(style, /acme/);

    await heimdall.open('Users');
    await heimdall.content.getByRole('grid', { name: 'Users' }).waitFor();
    await heimdall.open('Overview');
    assert.deepEqual(await admin.lookAt('heimdall-child-theme', ...OURS), []);
    const others = admin.page.locator('#kc-main-content-page-container > :not(#heimdall-page)');
    assert.equal(await others.filter({ visible: true }).count(), 0);
    assert.ok(loaded.some((path) => path.includes('/admin/acme/assets/heimdall/')));
  });
});
