// SPDX-License-Identifier: Apache-2.0
// "Heimdall" in the navigation: what is made there works at the API, and what is taken back there does not any more.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { acceptInvite, administer, atPlatform, listTenants, machineToken } from './api.js';
import { Console, settings, startBrowser } from './console.js';
import { HeimdallPage, OURS } from './heimdall-page.js';

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

/** Bytes; a theme's script is loaded by every page of the console. */
const WEIGHT_LIMIT = 10_000;

const unique = (name) => `${name}-${Date.now()}`;

for (const look of ['light', 'dark']) {
  describe(`given the ${look} console`, () => {
    let admin;
    let heimdall;

    beforeEach(async () => {
      admin = await Console.open(browser, { look });
      heimdall = new HeimdallPage(admin);
      await admin.logInAt('clients');
    });

    afterEach(() => admin.close());

    test('when making an API key, then it works until it is revoked', async () => {
      const name = unique('backend');
      await heimdall.open('API keys');
      await heimdall.press('Create API key');
      await heimdall.dialog.getByLabel('Name').fill(name);
      await heimdall.dialog.getByLabel('auth.tenant.read', { exact: true }).check();
      await heimdall.dialog.getByLabel('Expires').fill('2099-12-31T12:00');
      await admin.snapshot(`heimdall-create-key-${look}`);
      assert.deepEqual(await admin.seriousFindings(...OURS), []);
      const { 'API key': key } = await heimdall.submitForSecrets('Create API key', 'The API key was created.');

      assert.equal(await listTenants(key), 200);
      assert.equal(await admin.page.getByText(key).count(), 0);
      assert.match(await heimdall.row(name).innerText(), /auth\.tenant\.read[^]*2099/);
      await heimdall.open('Invites');
      await heimdall.open('API keys');
      assert.doesNotMatch(await heimdall.row(name).innerText(), /Never/);
      await admin.snapshot(`heimdall-keys-${look}`);
      assert.deepEqual(await admin.seriousFindings(...OURS), []);

      await heimdall.press(`Revoke: ${name}`);
      await heimdall.confirm('Revoke', `The API key “${name}” was revoked.`);

      assert.equal(await heimdall.row(name).count(), 0);
      assert.equal(await listTenants(key), 401);
    });

    test('when the app says where it is, then an invite has a link, and says that it was not mailed', async () => {
      await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: 'https://app.example.com' } });
      await heimdall.open('Invites');
      await heimdall.press('Create invite');
      await heimdall.dialog.getByLabel('Email').fill(`${unique('link')}@example.com`);
      const { Code: code, Link: link } = await heimdall.submitForSecrets('Create invite', 'It was not mailed.');
      assert.equal(link, `https://app.example.com/accept-invite?code=${encodeURIComponent(code)}`);
      await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: null } });
    });

    test('when making invites, then one makes an account, and a revoked one does not', async () => {
      const username = unique('ada');
      await heimdall.open('Invites');
      const invite = async (email) => {
        await heimdall.press('Create invite');
        await heimdall.dialog.getByLabel('Email').fill(email);
        await heimdall.dialog.getByLabel('Role').selectOption('admin');
        return (await heimdall.submitForSecrets('Create invite', 'The invite was created. It was not mailed.')).Code;
      };
      const kept = await invite(`${username}@example.com`);
      const revoked = await invite(`not-${username}@example.com`);

      await heimdall.press(`Revoke: not-${username}@example.com`);
      await heimdall.confirm('Revoke', `The invite for “not-${username}@example.com” was revoked.`);
      await admin.snapshot(`heimdall-invites-${look}`);
      assert.deepEqual(await admin.seriousFindings(...OURS), []);

      assert.equal((await acceptInvite(kept, username)).status, 200);
      assert.equal((await acceptInvite(revoked, `not-${username}`)).status, 410);
    });

    test('when making an M2M client, then its secret works until there is a new one', async () => {
      const name = unique('worker');
      await heimdall.open('M2M clients');
      await heimdall.press('Create M2M client');
      await heimdall.dialog.getByLabel('Name').fill(name);
      const made = await heimdall.submitForSecrets('Create M2M client', 'It may do nothing until it has scopes.');
      const [clientId, first] = [made['Client id'], made['Client secret']];

      await heimdall.press(`Scopes: ${name}`);
      await heimdall.dialog.getByLabel('user.list', { exact: true }).check();
      await heimdall.confirm('Save', `The scopes of “${name}” were saved.`);
      const token = await machineToken(clientId, first);
      assert.equal(token.status, 200);
      assert.match(token.body.scope, /user[.:]list/);

      await heimdall.press(`New secret: ${name}`);
      const done = `“${name}” has a new secret.`;
      const { 'Client secret': second } = await heimdall.submitForSecrets('New secret', done);
      assert.equal((await machineToken(clientId, first)).status, 401);
      assert.equal((await machineToken(clientId, second)).status, 200);

      await heimdall.press(`Turn off: ${name}`);
      await heimdall.confirm('Turn off', `The M2M client “${name}” is off.`);
      assert.equal((await machineToken(clientId, second)).status, 401);
      await heimdall.press(`Turn on: ${name}`);
      await heimdall.confirm('Turn on', `The M2M client “${name}” is on.`);
      assert.equal((await machineToken(clientId, second)).status, 200);
      await admin.snapshot(`heimdall-machines-${look}`);
      assert.deepEqual(await admin.seriousFindings(...OURS), []);

      await heimdall.press(`Delete: ${name}`);
      await heimdall.confirm('Delete', `The M2M client “${name}” was deleted.`);
      assert.equal(await heimdall.row(name).count(), 0);
      assert.equal((await machineToken(clientId, second)).status, 401);
    });
  });
}

describe('given a keyboard only', () => {
  test('when making an API key, then the secret is shown until it is closed, and focus comes back', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      const { keyboard } = admin.page;
      const focused = () => admin.page.locator(':focus');
      await admin.logInAt('heimdall?page=api-keys');
      const create = heimdall.content.getByRole('button', { name: 'Create API key' });
      await create.waitFor();
      await admin.tabTo(create);
      await keyboard.press('Enter');
      await heimdall.dialog.waitFor();
      await keyboard.type(unique('by-keyboard'));
      await admin.tabTo(heimdall.dialog.getByLabel('auth.tenant.read', { exact: true }));
      await keyboard.press('Space');
      await admin.tabTo(heimdall.dialog.getByRole('button', { name: 'Create API key' }));
      await keyboard.press('Enter');
      const { 'API key': key } = await heimdall.secrets();
      await keyboard.press('Escape');
      await keyboard.press('Escape');
      assert.equal((await heimdall.secrets())['API key'], key);
      assert.equal(await focused().innerText(), 'Close');
      await keyboard.press('Enter');
      await heimdall.content.getByText('The API key was created.').waitFor();

      assert.equal(await focused().innerText(), 'Create API key');
      assert.equal(await listTenants(key), 200);
    } finally {
      await admin.close();
    }
  });
});

describe('given a console in German', () => {
  test('then the pages speak German', async () => {
    const admin = await Console.open(browser, { language: 'de' });
    try {
      await admin.logInAt('heimdall?page=invites');
      await admin.page.getByRole('button', { name: 'Einladung anlegen' }).waitFor();
      await admin.page.getByRole('link', { name: 'API-Schlüssel' }).waitFor();
      await admin.page.getByRole('columnheader', { name: 'Aktionen' }).waitFor();
      assert.deepEqual(
        await admin.page.getByRole('columnheader').evaluateAll((headings) => {
          const cut = headings.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
          return cut.map(({ innerText }) => innerText);
        }),
        [],
      );
      await admin.snapshot('heimdall-german');
    } finally {
      await admin.close();
    }
  });
});

describe('given a console in a language that the pages do not have', () => {
  test('then they speak English', async () => {
    await administer('/master', 'PUT', { supportedLocales: ['en', 'de', 'fr'] });
    const admin = await Console.open(browser, { language: 'fr' });
    try {
      await admin.logInAt('heimdall?page=invites');
      await admin.page.getByRole('button', { name: 'Create invite' }).waitFor();
      assert.equal(await admin.page.getByText('Manage', { exact: true }).count(), 0);
    } finally {
      await admin.close();
      await administer('/master', 'PUT', { supportedLocales: ['en', 'de'] });
    }
  });
});

describe('given another theme', () => {
  test('then the console is as it was, without an entry', async () => {
    await administer('/master', 'PUT', { adminTheme: 'keycloak.v2' });
    const admin = await Console.open(browser);
    try {
      const ours = [];
      admin.page.on('request', (request) => request.url().includes('/assets/heimdall/') && ours.push(request.url()));
      await admin.logInAt('clients');
      await admin.page.locator('#nav-item-clients').waitFor();
      await admin.page.getByRole('heading', { level: 1, name: 'Clients', exact: true }).waitFor();
      assert.equal(await new HeimdallPage(admin).entry.count(), 0);
      assert.deepEqual(ours, []);
    } finally {
      await admin.close();
      await administer('/master', 'PUT', { adminTheme: 'heimdall' });
    }
  });
});

describe('given a realm that is no app', () => {
  test('then there is no entry, until the admin goes to one that is', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      const keys = '/realms/master/v1/.well-known/jwks.json';
      const asked = admin.page.waitForResponse((answer) => answer.url().endsWith(keys));
      await admin.logInAt('clients', { realm: 'master' });
      assert.equal((await asked).status(), 404);
      await admin.page.locator('#nav-item-clients').waitFor();
      assert.equal(await heimdall.entry.count(), 0);

      await admin.page.evaluate((realm) => (location.hash = `#/${realm}/clients`), settings.realm);
      await heimdall.entry.waitFor();
      await heimdall.open('API keys');
      await admin.page.evaluate(() => (location.hash = '#/master/clients'));
      await heimdall.entry.waitFor({ state: 'detached' });
      assert.equal(await heimdall.content.count(), 0);
      await admin.page.getByRole('heading', { level: 1, name: 'Clients', exact: true }).waitFor();
    } finally {
      await admin.close();
    }
  });
});

describe('given a form in which nothing is chosen', () => {
  test('then it says so in its own words, and stays', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      await admin.logInAt('heimdall?page=api-keys');
      await heimdall.press('Create API key');
      await heimdall.dialog.getByLabel('Name').fill('<img src=x onerror=alert(1)>');
      await heimdall.dialog.getByRole('button', { name: 'Create API key' }).click();
      assert.match(await heimdall.dialog.getByRole('alert').innerText(), /Still to be filled in: Permissions/);
      const atChoices = heimdall.dialog.getByRole('group', { name: 'Permissions' }).locator('.pf-m-error');
      assert.match(await atChoices.innerText(), /Choose at least one\./);
      await admin.snapshot('heimdall-choices-refused');
      assert.equal(await heimdall.dialog.getByLabel('Name').inputValue(), '<img src=x onerror=alert(1)>');

      await heimdall.dialog.getByLabel('auth.tenant.read', { exact: true }).check();
      assert.equal(await atChoices.count(), 0);
      await heimdall.submitForSecrets('Create API key', 'The API key was created.');
      assert.equal(await heimdall.content.locator('img').count(), 0);
      await heimdall.press('Revoke: <img src=x onerror=alert(1)>');
      await heimdall.confirm('Revoke', 'The API key “<img src=x onerror=alert(1)>” was revoked.');
    } finally {
      await admin.close();
    }
  });
});

describe('given an admin of the realm who may not see clients', () => {
  test('then the page of keys says so', async () => {
    const admin = await Console.open(browser);
    try {
      const viewer = { home: settings.realm, username: 'viewer', password: settings.viewerPassword };
      await admin.logInAt('heimdall?page=api-keys', viewer);
      const alert = new HeimdallPage(admin).content.getByRole('alert');
      assert.match(await alert.innerText(), /lacks the admin role.*view-clients/);
      await admin.snapshot('heimdall-forbidden');
    } finally {
      await admin.close();
    }
  });
});

describe('given scripts and styles that are gone', () => {
  test('then it says so, offers to load it again, and the console works on', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      const files = '**/assets/heimdall/open-*';
      await admin.page.route(files, (route) => route.fulfill({ status: 404 }));
      await admin.logInAt('clients');
      await heimdall.entry.click();
      const told = admin.page.locator('#heimdall-page').getByRole('alert');
      assert.match(await told.innerText(), /could not be loaded/);
      await admin.snapshot('heimdall-stale');

      await admin.page.unroute(files);
      await told.getByRole('button', { name: 'Load the page again' }).click();
      await heimdall.content.getByRole('heading', { level: 1 }).first().waitFor();
      await admin.page.locator('#nav-item-users').click();
      await admin.page.getByRole('heading', { level: 1, name: 'Users', exact: true }).waitFor();
    } finally {
      await admin.close();
    }
  });
});

describe('given a page whose files are gone, as after an update', () => {
  test('then it says so, and the other pages work on', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      await admin.page.route('**/assets/heimdall/invites-*.js', (route) => route.abort());
      await admin.logInAt('heimdall?page=invites');
      assert.match(await heimdall.content.getByRole('alert').innerText(), /Load the console again/);

      await heimdall.open('API keys');
      await heimdall.content.getByRole('button', { name: 'Create API key' }).waitFor();
    } finally {
      await admin.close();
    }
  });
});

describe('given a page of the console', () => {
  test('then little of ours is loaded until one of ours is opened, and nothing of other hosts', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      const ours = new Set();
      const hosts = new Set();
      admin.page.on('request', (request) => {
        const { protocol, host, pathname } = new URL(request.url());
        if (protocol.startsWith('http')) {
          hosts.add(host);
        }
        if (pathname.includes('/assets/heimdall/')) {
          ours.add(request.url());
        }
      });
      await admin.logInAt('clients');
      await heimdall.entry.waitFor();
      const sizeOf = async (url) => (await (await fetch(url)).arrayBuffer()).byteLength;
      const loaded = await Promise.all([...ours].map(sizeOf));
      assert.ok(loaded.length > 0);
      assert.ok(loaded.reduce((sum, size) => sum + size) < WEIGHT_LIMIT, `${loaded} bytes`);

      await heimdall.open('M2M clients');
      assert.ok(ours.size > loaded.length);
      assert.deepEqual([...hosts], [new URL(settings.server).host]);
    } finally {
      await admin.close();
    }
  });
});

describe('given a narrow window', () => {
  test('then the pages fit into it', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      await admin.logInAt('heimdall?page=invites');
      await admin.page.setViewportSize({ width: 600, height: 900 });
      await heimdall.content.getByRole('button', { name: 'Create invite' }).waitFor();
      assert.equal(await heimdall.content.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), false);
      await admin.snapshot('heimdall-narrow');
    } finally {
      await admin.close();
    }
  });
});

describe('given a token that has expired', () => {
  test('when the admin goes on, then there is a new one', async () => {
    const admin = await Console.open(browser);
    try {
      const heimdall = new HeimdallPage(admin);
      await admin.page.clock.install();
      await admin.logInAt('heimdall?page=api-keys');
      await heimdall.content.getByRole('button', { name: 'Create API key' }).waitFor();
      const renewed = admin.page.waitForRequest(
        (request) => request.url().includes('/protocol/openid-connect/auth?') && request.url().includes('prompt=none'),
      );
      await admin.page.clock.fastForward(70_000);
      await heimdall.open('Invites');
      await renewed;
      await heimdall.content.getByRole('button', { name: 'Create invite' }).waitFor();
    } finally {
      await admin.close();
    }
  });
});
