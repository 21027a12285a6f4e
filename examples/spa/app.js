// SPDX-License-Identifier: Apache-2.0
// The pages: each is a form whose id is its path. Texts are set as text, never as HTML.
import { authorized, bearer, call, forget, keep, signOut, start } from './session.js';
import { ofRefusal } from './words.js';

const away = { ok: false, status: 0, answer: null };
const linked = ['signup', 'forgot', 'reset-password', 'verify', 'accept-invite'];
const pages = [...linked, 'signin', 'factor', 'again', 'home'];
const byId = (id) => document.getElementById(id);
let challenge = null;

// A code out of a mail: out of the address bar before anything else.
const code = new URLSearchParams(location.search).get('code');
if (code) history.replaceState(null, '', location.pathname);

function show(page, told = '') {
  for (const each of pages) byId(each).hidden = each !== page;
  byId('told').textContent = told;
}

function refused(result) {
  byId('told').textContent = ofRefusal(result);
}

/** Who could not be asked, by 429, 503 or a network that is away, may still be signed in. */
function notIn(result) {
  const later = result.status === 0 || result.status === 429 || result.status >= 500;
  return later ? show('again', ofRefusal(result)) : show('signin');
}

async function home() {
  const me = await authorized('GET', '/me').catch(() => away);
  if (!me.ok) return notIn(me);
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
      refused(away);
    } finally {
      form.querySelector('button').disabled = false;
    }
  });
}

/** The factor of the challenge whose codes come by mail, when they are asked for. */
const mailedFactor = () => challenge.factors.find(({ type }) => type === 'email');

async function enter(result) {
  if (!result.ok) return refused(result);
  if (result.answer.mfa_required) {
    challenge = result.answer;
    byId('send-code').hidden = !mailedFactor();
    return show('factor');
  }
  keep(result.answer);
  return home();
}

on('signin', async (fields) => enter(await call('POST', '/auth/signin', fields)));
on('signup', async (fields) => enter(await call('POST', '/auth/signup', fields)));
on('factor', async (fields) => {
  // Apps and mails show codes in groups.
  const entered = fields.code.replace(/\s/g, '');
  const { mfa_token } = challenge;
  await enter(
    /^\d{6}$/.test(entered)
      ? await call('POST', '/auth/mfa/verify', { mfa_token, code: entered })
      : await call('POST', '/auth/mfa/recover', { mfa_token, recovery_code: entered }),
  );
});
byId('send-code').addEventListener('click', async () => {
  const asked = { mfa_token: challenge.mfa_token, factor_id: mailedFactor().id };
  const result = await call('POST', '/auth/mfa/send-code', asked).catch(() => away);
  if (!result.ok) return refused(result);
  byId('told').textContent = `A code is on its way to ${result.answer.email_masked}.`;
});
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
on('accept-invite', async (fields) => enter(await call('POST', '/auth/accept-invite', { code, ...fields })));
on('again', async () => open());
on('verify', async () => {
  const result = await call('POST', '/auth/verify', { code }, bearer());
  if (!result.ok) return refused(result);
  if (bearer()) await home();
  else show('signin');
  byId('told').textContent = 'Your email is confirmed.';
});
byId('signout').addEventListener('click', async () => {
  await signOut();
  show('signin');
});

const page = location.pathname.slice(1);
async function open() {
  const started = await start().catch(() => away);
  if (linked.includes(page)) show(page);
  else if (started.ok) await home();
  else notIn(started);
}
await open();
