// SPDX-License-Identifier: Apache-2.0
// The pages: each is a form whose id is its path. Texts are set as text, never as HTML.
import { authorized, bearer, call, forget, keep, signOut, start } from './session.js';

const pages = ['signin', 'factor', 'signup', 'forgot', 'reset-password', 'verify', 'home'];
const byId = (id) => document.getElementById(id);
let challenge = null;

// A code out of a mail: out of the address bar before anything else.
const code = new URLSearchParams(location.search).get('code');
if (code) history.replaceState(null, '', location.pathname);

function show(page, told = '') {
  for (const each of pages) byId(each).hidden = each !== page;
  byId('told').textContent = told;
}

function refused({ status, answer }) {
  const told = {
    401: 'That did not match.',
    410: 'This code does not hold any more. Ask for a new one.',
    429: 'Too many tries. Wait a while.',
  };
  byId('told').textContent =
    answer?.errors?.map(({ field, reason }) => `${field} ${reason}`).join('; ') ?? told[status] ?? answer?.message ?? 'Try again later.';
}

async function home() {
  const me = await authorized('GET', '/me');
  if (!me.ok) return show('signin');
  byId('name').textContent = me.answer.displayName ?? me.answer.username;
  byId('role').textContent = me.answer.role;
  return show('home');
}

/** Has a form's fields handed over; a network that is away is told like a refusal. */
function on(page, submitted) {
  byId(page).addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    form.querySelector('button').disabled = true;
    try {
      await submitted(Object.fromEntries(new FormData(form)));
    } catch {
      refused({ status: 0, answer: null });
    } finally {
      form.querySelector('button').disabled = false;
    }
  });
}

async function enter(result) {
  if (!result.ok) return refused(result);
  if (result.answer.mfa_required) {
    challenge = result.answer.mfa_token;
    return show('factor');
  }
  keep(result.answer);
  return home();
}

on('signin', async (fields) => enter(await call('POST', '/auth/signin', fields)));
on('signup', async (fields) => enter(await call('POST', '/auth/signup', fields)));
on('factor', async ({ code: entered }) =>
  enter(
    /^\d{6}$/.test(entered)
      ? await call('POST', '/auth/mfa/verify', { mfa_token: challenge, code: entered })
      : await call('POST', '/auth/mfa/recover', { mfa_token: challenge, recovery_code: entered }),
  ),
);
on('forgot', async (fields) => {
  const headers = { 'content-type': 'application/json' };
  const asked = await fetch('/forgot-password', { method: 'POST', headers, body: JSON.stringify(fields) });
  byId('told').textContent = asked.ok ? 'If there is an account, a mail is on its way.' : 'Try again later.';
});
on('reset-password', async ({ new_password }) => {
  const result = await call('POST', '/auth/reset-password', { code, new_password });
  if (!result.ok) return refused(result);
  forget();
  return show('signin', 'Your password is set. Sign in with it.');
});
on('verify', async () => {
  const result = await call('POST', '/auth/verify', { code }, bearer());
  if (!result.ok) return refused(result);
  return show(bearer() ? 'home' : 'signin', 'Your email is confirmed.');
});
byId('signout').addEventListener('click', async () => {
  await signOut();
  show('signin');
});

const page = location.pathname.slice(1);
const signedIn = await start().catch(() => false);
if (['signup', 'forgot', 'reset-password', 'verify'].includes(page)) show(page);
else if (signedIn) await home();
else show('signin');
