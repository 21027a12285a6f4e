// SPDX-License-Identifier: Apache-2.0
// The session: who calls the API goes through here. The access token is in a variable, the refresh token in this tab's
// storage.
const REFRESH = 'heimdall-refresh';

let api;
let access = null;
let refreshing = null;

export async function start() {
  api = (await (await fetch('/config.json')).json()).api;
  return refresh();
}

/** A call without a bearer; `ok`, `status` and the answer's JSON. */
export async function call(method, path, body, bearer) {
  const headers = {};
  if (body) headers['content-type'] = 'application/json';
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  const response = await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  return { ok: response.ok, status: response.status, answer: text ? JSON.parse(text) : null };
}

/** A call of who is signed in; goes once more where the access token did not hold and there is another one by now. */
export async function authorized(method, path, body) {
  const used = access;
  const first = await call(method, path, body, used);
  if (first.status !== 401) return first;
  if (access === used) {
    const renewed = await refresh();
    if (!renewed.ok) return renewed;
  }
  return call(method, path, body, access);
}

export function keep(tokens) {
  sessionStorage.setItem(REFRESH, tokens.refresh_token);
  access = tokens.access_token;
}

export function forget() {
  sessionStorage.removeItem(REFRESH);
  access = null;
}

export function bearer() {
  return access;
}

/** New tokens, or the refusal. A refresh token works once, so all who ask meanwhile wait for the same answer. */
export function refresh() {
  refreshing ??= navigator.locks
    .request(REFRESH, async () => {
      const token = sessionStorage.getItem(REFRESH);
      if (token === null) return { ok: false, status: 401, answer: null };
      const result = await call('POST', '/auth/refresh', { refresh_token: token });
      if (result.ok) keep(result.answer);
      else if (result.status === 401) forget(); // Any other refusal, such as 429 or 503, leaves the token good.
      return result;
    })
    .finally(() => (refreshing = null));
  return refreshing;
}

export async function signOut() {
  const token = sessionStorage.getItem(REFRESH);
  forget();
  if (token !== null) await call('POST', '/auth/logout', { refresh_token: token });
}
