// SPDX-License-Identifier: Apache-2.0
// A backend that webhooks are sent to.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export class Receiver {
  /** What it answers from now on. */
  status = 204;

  #server;
  #taken = [];
  #waiting = [];

  static async start() {
    const receiver = new Receiver();
    receiver.#server = createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      response.writeHead(receiver.status).end();
      receiver.#take({ headers: request.headers, body: Buffer.concat(chunks).toString(), status: receiver.status });
    });
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/hook`;
  }

  /** The first request from now on, or that came already, which fits. */
  async next(fits) {
    for (;;) {
      const at = this.#taken.findIndex(fits);
      if (at >= 0) {
        return this.#taken.splice(at, 1)[0];
      }
      await new Promise((resolve) => this.#waiting.push(resolve));
    }
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(request) {
    this.#taken.push(request);
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }
}

/** Whether a secret signed a request. */
export function isSignedBy(secret, { headers, body }) {
  const [, time, signature] = /^t=(\d+),v1=(\w+)$/.exec(headers['x-auth-signature']);
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex') === signature;
}
