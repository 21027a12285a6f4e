// SPDX-License-Identifier: Apache-2.0
// A mail server that takes everything.
import { once } from 'node:events';
import { createServer } from 'node:net';

export class MailServer {
  #server;
  #mails = [];
  #waiting = [];

  static async start() {
    const server = new MailServer();
    server.#server = createServer((socket) => server.#talk(socket));
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get port() {
    return this.#server.address().port;
  }

  /** The first mail that came, or that comes. */
  async next() {
    while (!this.#mails.length) {
      await new Promise((resolve) => this.#waiting.push(resolve));
    }
    return this.#mails.shift();
  }

  stop() {
    this.#server.close();
  }

  #talk(socket) {
    let received = '';
    let mail = null;
    socket.on('error', () => socket.destroy());
    socket.write('220 here\r\n');
    socket.on('data', (data) => {
      received += data;
      for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
        const line = received.slice(0, end);
        received = received.slice(end + 2);
        if (mail && line === '.') {
          this.#mails.push(mail.join('\n'));
          this.#waiting.splice(0).forEach((resolve) => resolve());
          mail = null;
          socket.write('250 taken\r\n');
        } else if (mail) {
          mail.push(line);
        } else if (line === 'DATA') {
          mail = [];
          socket.write('354 go on\r\n');
        } else {
          socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 good\r\n');
        }
      }
    });
  }
}
