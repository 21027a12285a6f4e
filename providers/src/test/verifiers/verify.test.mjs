// SPDX-License-Identifier: Apache-2.0
// Published libraries in their plainest configuration: the issuer, the audience, nothing else.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import express from 'express';
import { auth } from 'express-oauth2-jwt-bearer';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';

const issuer = process.env.HEIMDALL_ISSUER;
const audience = process.env.HEIMDALL_AUDIENCE;
const token = process.env.HEIMDALL_TOKEN;
const foreign = process.env.HEIMDALL_FOREIGN_TOKEN;
// Keycloak's own, of the same realm and keys.
const keycloaks = process.env.HEIMDALL_KEYCLOAKS_TOKEN;
const subject = process.env.HEIMDALL_SUBJECT;
const insecure = { execute: [openid.allowInsecureRequests] };

test('jose verifies with the keys below the issuer', async () => {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));

  const { payload } = await jwtVerify(token, keys, { issuer, audience });

  assert.equal(payload.sub, subject);
  await assert.rejects(jwtVerify(foreign, keys, { issuer, audience }));
  await assert.rejects(jwtVerify(keycloaks, keys, { issuer, audience }), { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' });
});

for (const algorithm of ['oidc', 'oauth2']) {
  test(`openid-client discovers the issuer by ${algorithm}`, async () => {
    const found = await openid.discovery(new URL(issuer), 'any', undefined, openid.None(), { ...insecure, algorithm });

    assert.equal(found.serverMetadata().issuer, issuer);
    assert.match(found.serverMetadata().jwks_uri, /^http/);
  });
}

test('openid-client gets the token of a machine', async () => {
  const id = process.env.HEIMDALL_MACHINE_ID;
  const secret = process.env.HEIMDALL_MACHINE_SECRET;
  const found = await openid.discovery(new URL(issuer), id, secret, openid.ClientSecretPost(secret), insecure);

  const answer = await openid.clientCredentialsGrant(found);

  assert.ok(answer.access_token);
});

test('express-oauth2-jwt-bearer guards a backend', async (t) => {
  const app = express();
  app.use(auth({ issuerBaseURL: issuer, audience }));
  app.get('/', (request, response) => response.json({ subject: request.auth.payload.sub }));
  app.use((error, request, response, next) => response.status(error.status ?? 500).end());
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  t.after(() => server.close());
  const call = (bearer) =>
    fetch(`http://127.0.0.1:${server.address().port}/`, { headers: { authorization: `Bearer ${bearer}` } });

  assert.deepEqual(await (await call(token)).json(), { subject });
  assert.equal((await call(foreign)).status, 401);
  assert.equal((await call(keycloaks)).status, 401);
});
