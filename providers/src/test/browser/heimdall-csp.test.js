// SPDX-License-Identifier: Apache-2.0
// Every page below a policy of contents that is as strict as the console itself bears.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, signUp } from './api.js';
import { settings } from './console.js';

/** The console's own page has a script in it, its import map, and sets styles. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "base-uri 'self'",
].join('; ');

let headers;

async function setPolicy(policy) {
  await administer('/master', 'PUT', { browserSecurityHeaders: { ...headers, contentSecurityPolicy: policy } });
}

describe('given a strict policy of contents', () => {
  before(async () => {
    headers = (await (await administer('/master', 'GET')).json()).browserSecurityHeaders;
    await setPolicy(STRICT);
  });

  after(() => setPolicy(headers.contentSecurityPolicy));

  test('when walking through every page, then nothing violates it, and nothing is asked of another host', async () => {
    const name = `wanda${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    const violations = [];
    const walked = [];
    const hosts = new Set();
    let hear;
    const heard = new Promise((resolve) => (hear = resolve));
    await admin.page.exposeFunction('violated', (what) => hear(violations.push(what)));
    await admin.page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
        window.violated(`${effectiveDirective}: ${blockedURI} by ${sourceFile}`),
      ),
    );
    const answer = admin.page.waitForResponse((one) => one.url().includes('/admin/master/console/') && one.ok());
    await admin.logInAt('heimdall');
    assert.equal((await answer).headers()['content-security-policy'], STRICT);
    // What is watched is seen.
    await admin.page.evaluate(() => fetch('http://example.invalid/').catch(() => {}));
    await heard;
    assert.match(violations.pop(), /connect-src: http:\/\/example\.invalid/);
    admin.page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http')) {
        hosts.add(host);
      }
    });

    await heimdall.content.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const pages = await heimdall.pages.getByRole('link').allInnerTexts();
    assert.equal(pages.length, 12);
    for (const page of pages) {
      await heimdall.open(page);
      for (const tab of await heimdall.content.getByRole('tab').allInnerTexts()) {
        await heimdall.tab(tab);
        walked.push(tab);
      }
    }
    assert.ok(walked.includes('Preview') && walked.includes('Dead letters'));
    await heimdall.open('API keys');
    await heimdall.press('Create API key');
    await heimdall.dialog.getByRole('button', { name: 'Cancel' }).click();
    await heimdall.open('Users');
    await heimdall.row(name).getByRole('link', { name, exact: true }).click();
    await heimdall.content.getByText('auth.session.created').waitFor();
    assert.deepEqual(violations, []);
    assert.deepEqual([...hosts], [new URL(settings.server).host]);
  });
});
