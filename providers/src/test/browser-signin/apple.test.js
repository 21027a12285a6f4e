// SPDX-License-Identifier: Apache-2.0
// Signing in with Apple in a browser, whose page posts its answer from another site. Over HTTPS, where alone browsers
// send a cookie with that. Apple and the app are both played by the server at HEIMDALL_OTHERS.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { chromium } from 'playwright-core';

const SERVER = required('HEIMDALL_SERVER');
const API = required('HEIMDALL_API');
const OTHERS = required('HEIMDALL_OTHERS');
const START = `${SERVER}/auth/oauth/apple/authorize?return_to=${encodeURIComponent('https://app.example/in')}`;

let browser;
let context;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.HEIMDALL_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      `--host-resolver-rules=MAP appleid.apple.com ${OTHERS}, MAP app.example ${OTHERS}`,
    ],
  });
});

after(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ ignoreHTTPSErrors: true });
});

afterEach(() => context.close());

test('the form that Apple posts brings a code, which brings tokens', async () => {
  const page = await context.newPage();
  await page.goto(START);
  assert.equal(new URL(page.url()).host, 'appleid.apple.com');
  const cookies = await context.cookies(`${SERVER}/auth/oauth/apple/callback`);
  const [cookie] = cookies.filter(({ name }) => name.includes('heimdall-oauth'));
  assert.deepEqual(
    { sameSite: cookie.sameSite, secure: cookie.secure, httpOnly: cookie.httpOnly },
    { sameSite: 'None', secure: true, httpOnly: true },
  );

  const { status, body } = await exchange(await signedIn(page, 'Ada'));
  assert.equal(status, 200);
  assert.ok(body.access_token);
  assert.deepEqual((await context.cookies()).filter(({ name }) => name.includes('heimdall-oauth')), []);
});

test('two tabs with two attempts end in two accounts, whichever comes back first', async () => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto(START);
  await second.goto(START);

  const users = [];
  for (const [page, name] of [[second, 'Grace'], [first, 'Ada']]) {
    const { status, body } = await exchange(await signedIn(page, name));
    assert.equal(status, 200);
    users.push(JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url')).sub);
  }
  assert.notEqual(users[0], users[1]);
});

test('someone who cancels comes back to the app', async () => {
  const page = await context.newPage();
  await page.goto(START);
  await page.click('#cancel');
  await page.waitForURL('https://app.example/in*');
  assert.equal(page.url(), 'https://app.example/in?heimdall_error=access_denied');
});

test('a form that another browser started ends at a page, and signs nobody in', async () => {
  const page = await context.newPage();
  await page.goto(START);
  const other = await browser.newContext({ ignoreHTTPSErrors: true });
  const stranger = await other.newPage();
  await stranger.goto(page.url());
  await stranger.fill('#name', 'Mallory');
  await stranger.click('#signin');
  await stranger.waitForURL('**/callback');
  assert.match(await stranger.textContent('body'), /This sign-in cannot be completed/);
  await other.close();
});

/** Signs in on Apple's page; gives back the code that the app gets. */
async function signedIn(page, name) {
  await page.fill('#name', name);
  await page.click('#signin');
  await page.waitForURL('https://app.example/in*');
  const brought = new URL(page.url()).searchParams;
  assert.equal(brought.get('heimdall_error'), null);
  return brought.get('heimdall_code');
}

async function exchange(code) {
  const answer = await fetch(`${API}/auth/oauth/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return { status: answer.status, body: await answer.json() };
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
