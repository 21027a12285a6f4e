// SPDX-License-Identifier: Apache-2.0
// Signing in by the ID token of a provider, with both published clients as they are; only their baseUrl is set.
// The provider is played here: its keys are served by this process.
import { Auth, AuthHttpError } from '@productcraft/auth';
import { Heimdall, HeimdallHttpError } from '@productcraft/heimdall';
import assert from 'node:assert/strict';
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';

const BASE_URL = required('HEIMDALL_BASE_URL');
const SLUG = required('HEIMDALL_SLUG');
const ADMIN_BEARER = required('HEIMDALL_ADMIN_BEARER');

const ISSUER = 'https://id.example';
const APP = 'com.example.ios';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let keys;

before(async () => {
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] };
  keys = createServer((_, answer) => answer.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)));
  keys.listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const url = `http://127.0.0.1:${keys.address().port}/`;
  await admin('POST', {
    alias: 'apple',
    providerId: 'oidc',
    trustEmail: true,
    config: {
      clientId: 'web', clientSecret: 'secret', issuer: ISSUER, authorizationUrl: url, tokenUrl: url, jwksUrl: url,
      useJwksUrl: 'true', nativeClientIds: APP,
    },
  });
});

after(async () => {
  await admin('DELETE', undefined, '/apple');
  keys.close();
});

const CLIENTS = [
  { name: '@productcraft/auth', consumer: new Auth({ baseUrl: BASE_URL }).consumer(SLUG), HttpError: AuthHttpError },
  {
    name: '@productcraft/heimdall',
    consumer: new Heimdall({ baseUrl: BASE_URL }).consumer(SLUG),
    HttpError: HeimdallHttpError,
  },
];

for (const { name, consumer, HttpError } of CLIENTS) {
  describe(`signinWithProvider of ${name}`, () => {
    test('answers with a pair of tokens, the first time and later of the same account', async () => {
      const person = someone();
      const user = { name: 'Alice Doe', email: person.email };
      const first = await consumer.auth.signinWithProvider({ ...proof(person), user });
      assert.deepEqual(Object.keys(first).sort(), ['access_token', 'expires_in', 'refresh_token', 'token_type']);
      assert.deepEqual(claims(first.access_token).amr, ['oauth', 'apple']);

      const second = await consumer.auth.signinWithProvider(proof(person));
      assert.equal(claims(second.access_token).sub, claims(first.access_token).sub);
      const refreshed = await consumer.auth.refresh({ refresh_token: second.refresh_token });
      assert.equal(claims(refreshed.access_token).sub, claims(first.access_token).sub);
    });

    test('throws a 401 for another nonce, another audience, a token that was used', async () => {
      const used = proof(someone());
      await consumer.auth.signinWithProvider(used);

      await refusal(consumer.auth.signinWithProvider(used), 401);
      await refusal(consumer.auth.signinWithProvider({ ...proof(someone()), nonce: randomUUID() }), 401);
      await refusal(consumer.auth.signinWithProvider(proof({ ...someone(), aud: 'another' })), 401);
    });

    test('throws a 409 with its code where an account has the email', async () => {
      const person = someone();
      const username = `u${randomUUID()}`;
      await consumer.auth.signup({ email: person.email, username, password: 'CorrectHorseBatteryStaple' });

      const error = await refusal(consumer.auth.signinWithProvider(proof(person)), 409);
      assert.equal(error.data.code, 'link_required');
    });
  });

  async function refusal(call, status) {
    const error = await call.then(() => assert.fail('it was not refused'), (thrown) => thrown);
    assert.ok(error instanceof HttpError, String(error));
    assert.equal(error.status, status);
    return error;
  }
}

function someone() {
  const sub = randomUUID();
  return { sub, email: `${sub}@example.com`, email_verified: true };
}

/** What the provider gave to the native app of that person. */
function proof(person) {
  const nonce = randomUUID();
  const now = Math.floor(Date.now() / 1000);
  const hash = createHash('sha256').update(nonce).digest('hex');
  const about = { iss: ISSUER, aud: APP, iat: now, exp: now + 600, nonce: hash, ...person };
  const input = `${part({ alg: 'RS256', kid: 'one' })}.${part(about)}`;
  const signature = createSign('RSA-SHA256').update(input).sign(privateKey).toString('base64url');
  return { provider: 'apple', id_token: `${input}.${signature}`, nonce };
}

function part(json) {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function claims(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
}

async function admin(method, body, below = '') {
  const answer = await fetch(`${BASE_URL}/admin/realms/${SLUG}/identity-provider/instances${below}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_BEARER}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${answer.status}`);
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
