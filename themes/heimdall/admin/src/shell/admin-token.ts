// SPDX-License-Identifier: Apache-2.0
// An access token of whoever is logged in to the console, got as the console gets its own: the authorization code flow
// with PKCE, at the console's client, by the login that the browser has already. It is kept in memory only.
import type { Environment } from '../entry/where';
import { patience } from './patience';
import { refusalOf } from './refusal';

const SPARE_SECONDS = 10;

/** What Keycloak says of a login that has ended, or that must be confirmed anew. */
const ENDED = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
  'invalid_grant',
];

export class AdminToken {
  readonly #realm: string;
  readonly #clientId: string;
  readonly #redirect = `${location.origin}${location.pathname}`;
  #token: string | null = null;
  #until = 0;
  #renewal: Promise<void> | undefined;

  constructor({ authServerUrl, serverBaseUrl, realm, clientId }: Environment) {
    this.#realm = `${authServerUrl ?? serverBaseUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;
    this.#clientId = clientId;
  }

  /**
   * A token that holds for some seconds at least; null without a login. Calls at the same time share one renewal.
   * Throws a `Refusal` where Keycloak answers neither.
   */
  async get(): Promise<string | null> {
    if (Date.now() >= this.#until) {
      this.#renewal ??= this.#renew().finally(() => (this.#renewal = undefined));
      await this.#renewal;
    }
    return this.#token;
  }

  async #renew() {
    this.#token = null;
    const verifier = randomText();
    const code = await this.#authorize(await challengeOf(verifier));
    if (!code) {
      return;
    }
    const answer = await fetch(`${this.#realm}/token`, {
      method: 'POST',
      signal: patience(),
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: this.#clientId,
        redirect_uri: this.#redirect,
        code_verifier: verifier,
        code,
      }),
    });
    const content = await answer.text();
    const { access_token: token, expires_in: seconds, error } = parsed(content);
    if (answer.ok && token) {
      this.#token = token;
      this.#until = Date.now() + (seconds - SPARE_SECONDS) * 1000;
    } else if (!ENDED.includes(error)) {
      throw noToken(answer.status, content);
    }
  }

  /**
   * Keycloak answers with a redirect to the console's own address, which holds the code or an error. Null where the
   * login has ended.
   */
  async #authorize(challenge: string) {
    const state = randomText();
    const query = new URLSearchParams({
      client_id: this.#clientId,
      redirect_uri: this.#redirect,
      response_type: 'code',
      scope: 'openid',
      prompt: 'none',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const { url, status } = await fetch(`${this.#realm}/auth?${query}`, { signal: patience() });
    const answer = new URL(url).searchParams;
    const told = answer.get('state') === state;
    const code = told ? answer.get('code') : null;
    if (!code && !(told && ENDED.includes(answer.get('error') ?? ''))) {
      throw noToken(status, answer.get('error'));
    }
    return code;
  }
}

/** A proxy, or a server that fails, says nothing of the login: whoever is logged in may try again. */
function noToken(status: number, told: string | null) {
  console.warn('Heimdall: no token', status, told);
  return refusalOf(status === 429 ? status : 503, '');
}

function parsed(content: string) {
  try {
    return JSON.parse(content) ?? {};
  } catch {
    return {};
  }
}

function randomText() {
  return encode(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string) {
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function encode(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
