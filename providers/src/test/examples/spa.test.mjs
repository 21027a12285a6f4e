// SPDX-License-Identifier: Apache-2.0
// The single-page app in a browser, served by the backend beside it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';

const PASSWORD = 'CorrectHorseBatteryStaple';
const api = `${process.env.HEIMDALL_ISSUER}/v1`;
const { server } = await import('./express/server.js');
const origin = `http://localhost:${process.env.PORT}`;

let browser;
let page;
let problems;
let ada;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.HEIMDALL_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});

after(async () => {
  await browser?.close();
  server.close();
});

beforeEach(async () => {
  const username = `ada-${randomBytes(6).toString('hex')}`;
  ada = { email: `${username}@example.com`, username };
  page = await (await browser.newContext()).newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
});

test('someone signs up, is still there after a reload, and signs out', async () => {
  await signUp();
  await page.reload();
  await greeted();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Username or email').waitFor();
  await page.reload();
  await page.getByLabel('Username or email').waitFor();
  assert.deepEqual(problems, []);
});

test('ten callers whose token ran out refresh once', async () => {
  await signUp();
  const refreshes = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/refresh') && request.method() === 'POST') refreshes.push(request);
  });

  const statuses = await page.evaluate(async () => {
    const session = await import('/session.js');
    session.keep({ access_token: 'ran.out', refresh_token: sessionStorage.getItem('heimdall-refresh') });
    const all = await Promise.all(Array.from({ length: 10 }, () => session.authorized('GET', '/me')));
    return all.map(({ status }) => status);
  });

  assert.deepEqual(statuses, Array(10).fill(200));
  assert.equal(refreshes.length, 1);
});

test('a wrong password is told without saying what was wrong', async () => {
  await signIn('nobody', PASSWORD);

  await told('That did not match.');
});

test('someone with a second factor signs in with a recovery code', async () => {
  await signUp();
  const recovery = await enrol();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(ada.username, PASSWORD);
  await page.getByLabel('Code of your authenticator app').fill(recovery);
  await page.getByRole('button', { name: 'Go on' }).click();

  await greeted();
});

test('someone has a code mailed as the second factor, and types it in groups', async () => {
  await signUp();
  await page.goto(`${origin}/verify?code=${await mailed(1)}`);
  await page.getByRole('button', { name: 'Confirm my email' }).click();
  await told('Your email is confirmed.');
  await enrol('email');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(ada.username, PASSWORD);
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await told('A code is on its way to ');
  const code = await newestCode();
  await page.getByLabel('Code of your authenticator app').fill(`${code.slice(0, 3)} ${code.slice(3)} `);
  await page.getByRole('button', { name: 'Go on' }).click();

  await greeted();
  assert.deepEqual(problems, []);
});

test('who has an authenticator app is offered no code by mail', async () => {
  await signUp();
  await enrol();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(ada.username, PASSWORD);

  await page.getByRole('button', { name: 'Go on' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Mail me a code' }).isVisible(), false);
});

test('what is wrong with an account is told in words of the app', async () => {
  await page.goto(`${origin}/signup`);
  const form = page.locator('#signup');
  await form.getByLabel('Email').fill('ada..l@example.com');
  await form.getByLabel('Username').fill('ada@home');
  await form.getByLabel('Password').fill('short');
  await form.getByRole('button', { name: 'Sign up' }).click();

  await told('The username is not valid. The email is not valid. The password is too short.');
});

test('someone confirms their email, forgets the password and sets another', async () => {
  await signUp();
  await page.goto(`${origin}/verify?code=${await mailed(1)}`);
  await page.getByRole('button', { name: 'Confirm my email' }).click();
  await told('Your email is confirmed.');
  assert.equal(new URL(page.url()).search, '');

  await page.goto(`${origin}/forgot`);
  await page.locator('#forgot').getByLabel('Email').fill(ada.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await told('If there is an account, a mail is on its way.');
  await page.goto(`${origin}/reset-password?code=${await mailed(3)}`);
  await page.getByLabel('New password').fill(`New${PASSWORD}`);
  await page.getByRole('button', { name: 'Set it' }).click();
  await told('Your password is set. Sign in with it.');

  await signIn(ada.username, `New${PASSWORD}`, false);
  await greeted();
  assert.deepEqual(problems, []);
});

test('someone who was invited takes a username and a password, and is there', async () => {
  await page.goto(`${origin}/accept-invite?code=${process.env.HEIMDALL_INVITE}`);
  assert.equal(new URL(page.url()).search, '');
  const form = page.locator('#accept-invite');
  await form.getByLabel('Username').fill(ada.username);
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Join' }).click();

  await greeted();
  assert.deepEqual(problems, []);
});

test('who follows an invite’s link that is not whole is told so', async () => {
  await page.goto(`${origin}/accept-invite?code=inv_cut`);
  const form = page.locator('#accept-invite');
  await form.getByLabel('Username').fill(ada.username);
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Join' }).click();

  await told('This code is not known. See that the link is whole, or ask for a new one.');
});

for (const [status, words] of [[429, 'Too many tries. Wait a while.'], [503, 'Try again later.']]) {
  test(`who reloads while refreshes are answered ${status} is told so, and is back after another try`, async () => {
    await signUp();
    const headers = { 'access-control-allow-origin': origin };
    await page.route('**/auth/refresh', (route) => route.fulfill({ status, headers, json: {} }));
    await page.reload();
    await told(words);
    assert.equal(await page.getByLabel('Username or email').isVisible(), false);

    await page.unroute('**/auth/refresh');
    await page.getByRole('button', { name: 'Try again' }).click();

    await greeted();
  });
}

async function signUp() {
  await page.goto(`${origin}/signup`);
  const form = page.locator('#signup');
  await form.getByLabel('Email').fill(ada.email);
  await form.getByLabel('Username').fill(ada.username);
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Sign up' }).click();
  await greeted();
  await page.goto(origin);
  await greeted();
}

async function signIn(identifier, password, go = true) {
  if (go) await page.goto(origin);
  const form = page.locator('#signin');
  await form.getByLabel('Username or email').fill(identifier);
  await form.getByLabel('Password').fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

const greeted = () => page.getByText(`Hello, ${ada.username}. You are member.`).waitFor();
const told = (words) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** The code in the n-th mail to her. */
async function mailed(n) {
  return (await fetch(`${process.env.HEIMDALL_MAIL_URL}/${ada.email}/${n}`)).text();
}

/** The code in the first mail that has one after that of the sign-up; mails in between tell of changes. */
async function newestCode() {
  for (let n = 2; n < 6; n++) {
    const code = await mailed(n);
    if (/^\d{6}$/.test(code)) return code;
  }
  const came = await (await fetch(`${process.env.HEIMDALL_MAIL_URL}/${ada.email}`)).text();
  throw new Error(`no code was mailed, but: ${came}`);
}

/** Gives her a second factor, as the app's backend may; one of its recovery codes. */
async function enrol(type = 'totp') {
  const id = await page.evaluate(async () => (await (await import('/session.js')).authorized('GET', '/me')).answer.id);
  const answer = await fetch(`${api}/users/${id}/factors`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.HEIMDALL_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type }),
  });
  return (await answer.json()).recovery_codes?.[0];
}
