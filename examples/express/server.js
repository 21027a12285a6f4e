// SPDX-License-Identifier: Apache-2.0
// A backend of an app: it verifies tokens by itself, asks the app what their owners may do, and has password resets
// mailed.
import { fileURLToPath } from 'node:url';
import express from 'express';
import { auth } from 'express-oauth2-jwt-bearer';

const issuer = process.env.HEIMDALL_ISSUER ?? 'http://localhost:8080/acme';
const audience = issuer.slice(issuer.lastIndexOf('/') + 1);
const apiKey = process.env.HEIMDALL_API_KEY;
// The page's files; nothing else of the folder is served.
const files = ['app.js', 'session.js', 'words.js'];
const pages = fileURLToPath(new URL('../spa', import.meta.url));
const port = process.env.PORT ?? 3000;

if (!apiKey) throw new Error('HEIMDALL_API_KEY is not set: the key that has password resets mailed');

const app = express();
app.use(express.json());

// Signature, issuer, audience, expiry. Users and machine clients share both, so look at the type where a user is meant.
const verified = auth({ issuerBaseURL: issuer, audience });
const user = [
  verified,
  (request, response, next) =>
    request.auth.payload.type === 'end_user' ? next() : response.status(403).json({ message: 'Users only' }),
];

// What the token's owner may do now. A session that was ended, or an account that was suspended, is refused at once; a
// token that merely logged out holds until it runs out. Refuses whenever the answer is not a clear yes.
function may(permission) {
  return async (request, response, next) => {
    const answer = await fetch(`${issuer}/v1/authorize`, {
      method: 'POST',
      headers: { authorization: request.get('authorization'), 'content-type': 'application/json' },
      body: JSON.stringify({ permission }),
      signal: AbortSignal.timeout(5000),
    });
    const { authorized, error } = answer.ok ? await answer.json() : {};
    if (authorized === true) return next();
    return response.status(error === 'PERMISSION_DENIED' ? 403 : 401).json({ message: error ?? 'Refused' });
  };
}

app.get('/whoami', user, (request, response) => {
  const { sub, role } = request.auth.payload;
  response.json({ id: sub, role });
});

app.get('/invoices', user, may('invoice.read'), (request, response) => {
  response.json([{ number: 1, total: 42 }]);
});

// The page "Forgot your password?" asks here: the key stays on this side. Everyone gets the same answer, at once; a
// real backend also limits how often one visitor may ask.
app.post('/forgot-password', (request, response) => {
  fetch(`${issuer}/v1/auth/send-password-reset-email`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email: String(request.body?.email ?? '') }),
    signal: AbortSignal.timeout(10000),
  })
    .then((answer) => answer.ok || Promise.reject(new Error(`status ${answer.status}`)))
    .catch((error) => console.error('A reset was not mailed:', error.message));
  response.status(202).json({ message: 'If there is an account, a mail is on its way' });
});

// The single-page app beside this one. It learns where the API is, and may call nothing else; scripts in the page may
// not either.
const api = `${issuer}/v1`;
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
app.use((request, response, next) => {
  response.set('content-security-policy', `${policy}; connect-src 'self' ${new URL(api).origin}`);
  next();
});
app.get('/config.json', (request, response) => response.json({ api }));
for (const file of files) app.get(`/${file}`, (request, response) => response.sendFile(file, { root: pages }));
app.get('/{*page}', (request, response) => response.sendFile('index.html', { root: pages }));

app.use((error, request, response, next) => {
  response.status(error.status ?? 503).json({ message: error.status ? error.message : 'Try again later' });
});

export const server = app.listen(port, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`));
