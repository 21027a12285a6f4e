// SPDX-License-Identifier: Apache-2.0
// The backend, called with tokens of an app that HEIMDALL_ISSUER names.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';

process.env.PORT = '0';
const { server } = await import('./server.js');
let base;

before(async () => {
  if (!server.listening) await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

const get = (path, token) => fetch(base + path, { headers: token ? { authorization: `Bearer ${token}` } : {} });
const { HEIMDALL_MEMBER: member, HEIMDALL_ACCOUNTANT: accountant } = process.env;

test('says who is there', async () => {
  const answer = await get('/whoami', member);

  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).role, 'member');
});

test('lets nobody in without a token, with another app’s or with a machine’s', async () => {
  assert.equal((await get('/whoami')).status, 401);
  assert.equal((await get('/whoami', process.env.HEIMDALL_FOREIGN)).status, 401);
  assert.equal((await get('/whoami', process.env.HEIMDALL_MACHINE)).status, 403);
});

test('shows invoices to who may read them', async () => {
  assert.equal((await get('/invoices', accountant)).status, 200);
  assert.equal((await get('/invoices', member)).status, 403);
});

test('shows none to a session that was ended, though its token verifies', async () => {
  assert.equal((await get('/whoami', process.env.HEIMDALL_ENDED)).status, 200);
  assert.equal((await get('/invoices', process.env.HEIMDALL_ENDED)).status, 401);
});

test('shows them to a token that logged out, until it runs out', async () => {
  assert.equal((await get('/invoices', process.env.HEIMDALL_LOGGED_OUT)).status, 200);
});

test('answers the same to whoever forgot a password', async () => {
  const ask = async (email) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${base}/forgot-password`, { method: 'POST', headers, body: JSON.stringify({ email }) });
    return [answer.status, await answer.text()];
  };

  assert.deepEqual(await ask(process.env.HEIMDALL_EMAIL), await ask('nobody@example.com'));
  assert.deepEqual(await ask(7), await ask(undefined));
});

test('tells the page where the API is, and what else it may call', async () => {
  const page = await get('/reset-password');

  assert.match(await page.text(), /<form id="reset-password"/);
  assert.match(page.headers.get('content-security-policy'), /^default-src 'self'; .*connect-src 'self' http/);
  assert.equal((await (await get('/config.json')).json()).api, `${process.env.HEIMDALL_ISSUER}/v1`);
});

test('serves the page’s files, and nothing else that lies there', async () => {
  assert.match((await get('/app.js')).headers.get('content-type'), /javascript/);
  assert.match(await (await get('/README.md')).text(), /^<!doctype html>/);
});

test('does not start without the key', () => {
  const { HEIMDALL_API_KEY, ...others } = process.env;

  const options = { env: others, encoding: 'utf8', timeout: 20000 };
  const { status, stderr } = spawnSync(process.execPath, ['server.js'], options);

  assert.equal(status, 1);
  assert.match(stderr, /HEIMDALL_API_KEY is not set/);
});
