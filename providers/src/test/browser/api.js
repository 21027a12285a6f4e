// SPDX-License-Identifier: Apache-2.0
// The API of the app that the tests administer, as its clients call it, and Keycloak's own, as pipelines do.
import { settings } from './console.js';

async function call(path, { method = 'GET', bearer, body, realm = settings.realm } = {}) {
  const answer = await fetch(`${settings.server}/${realm}/v1${path}`, {
    method,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** The status of a call with an API key that may read tenants. */
export async function listTenants(key) {
  return (await call('/tenants', { bearer: key })).status;
}

/** Makes a tenant with an API key; gives back the status. */
export async function createTenant(key, name) {
  return (await call('/tenants', { method: 'POST', bearer: key, body: { display_name: name } })).status;
}

export function acceptInvite(code, username) {
  return call('/auth/accept-invite', {
    method: 'POST',
    body: { code, username, password: 'CorrectHorseBatteryStaple' },
  });
}

export function machineToken(clientId, secret) {
  return call('/oauth/token', {
    method: 'POST',
    body: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
}

/** Signs someone new up; gives back the status. */
export async function signUp({ realm, name = someone(), password = 'CorrectHorseBatteryStaple' } = {}) {
  const body = { email: `${name}@example.com`, username: name, password, display_name: 'Ada Lovelace' };
  return (await call('/auth/signup', { method: 'POST', body, realm })).status;
}

/** The status of a sign-in. */
export async function signIn(identifier, password = 'CorrectHorseBatteryStaple') {
  return (await call('/auth/signin', { method: 'POST', body: { identifier, password } })).status;
}

function someone() {
  return `ada${Date.now()}${Math.floor(Math.random() * 1000)}`;
}

/** Makes a realm that is no app. */
export async function createRealm(realm) {
  await administer('', 'POST', { realm, enabled: true });
}

/** Changes attributes of a realm, as a pipeline does. */
export async function setAttributes(realm, changed) {
  const { attributes } = await (await administer(`/${realm}`, 'GET')).json();
  await administer(`/${realm}`, 'PUT', { attributes: { ...attributes, ...changed } });
}

/** The settings of an app, as its platform API tells them. */
export async function authConfig() {
  return (await atPlatform('/auth-config')).body;
}

/** Asks the app's platform API, as the server's admin. */
export async function atPlatform(path, { method, body } = {}) {
  const answer = await askPlatform(path, { method, body: body && JSON.stringify(body) });
  const content = await answer.text();
  return { status: answer.status, body: content && JSON.parse(content) };
}

/** The same with texts, for numbers that JavaScript does not keep. */
export async function textAtPlatform(path, { method, body } = {}) {
  return (await askPlatform(path, { method, body })).text();
}

async function askPlatform(path, { method = 'GET', body }) {
  return fetch(`${settings.server}/v1/apps/${settings.realm}${path}`, {
    method,
    headers: { authorization: `Bearer ${await pipelineToken()}`, ...(body && { 'content-type': 'application/json' }) },
    body,
  });
}

/** The names of all toggles, as the server lists them. */
export async function toggles() {
  const answer = await fetch(`${settings.server}/admin/serverinfo`, {
    headers: { authorization: `Bearer ${await pipelineToken()}` },
  });
  const [tab] = (await answer.json()).componentTypes['org.keycloak.services.ui.extend.UiTabProvider'];
  return tab.properties.map(({ name }) => name).filter((name) => name !== 'health');
}

/** Gives the server's admin an email, to which test mails go. */
export async function giveAdminAnEmail() {
  const [{ id }] = await (await administer(`/master/users?username=${settings.username}&exact=true`, 'GET')).json();
  await administer(`/master/users/${id}`, 'PUT', { email: 'admin@example.com' });
}

/** Calls Keycloak's own admin API, below the realms. */
export async function administer(path, method, body) {
  const answer = await fetch(`${settings.server}/admin/realms${path}`, {
    method,
    headers: { authorization: `Bearer ${await pipelineToken()}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer;
}

async function pipelineToken() {
  const answer = await fetch(`${settings.server}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: settings.username,
      password: settings.password,
    }),
  });
  return (await answer.json()).access_token;
}
