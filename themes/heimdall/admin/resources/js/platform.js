// SPDX-License-Identifier: Apache-2.0
import { text } from './texts.js';

const REASONS = { 401: 'loggedOut', 403: 'forbidden', 404: 'notAnApp' };

/** The platform API of one app, called as the admin who is logged in. */
export class Platform {
  #base;
  #token;

  constructor(server, realm, token) {
    this.#base = `${server}/v1/apps/${encodeURIComponent(realm)}`;
    this.#token = token;
  }

  /** The body of the answer, or null. Throws an `Error` whose message can be shown. */
  async call(method, path, body) {
    const token = await this.#token.get();
    if (!token) {
      throw new Error(text('loggedOut'));
    }
    const answer = await fetch(this.#base + path, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const content = await answer.text();
    if (answer.ok) {
      return content ? JSON.parse(content) : null;
    }
    throw new Error(explain(answer.status, content));
  }
}

function explain(status, content) {
  const sentences = [text(REASONS[status] ?? 'failed')];
  try {
    const { message, errors = [] } = JSON.parse(content);
    sentences.push(errors.length ? errors.map(({ field, reason }) => `${field}: ${reason}`).join(', ') : message);
  } catch {
    sentences.push(String(status));
  }
  return sentences.join(' ');
}
