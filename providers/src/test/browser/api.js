// SPDX-License-Identifier: Apache-2.0
// The API of the app that the tests administer, as its clients call it.
import { settings } from './console.js';

async function call(path, { method = 'GET', bearer, body } = {}) {
  const answer = await fetch(`${settings.server}/${settings.realm}/v1${path}`, {
    method,
    headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** The status of a call with an API key that may read tenants. */
export async function listTenants(key) {
  return (await call('/tenants', { bearer: key })).status;
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
