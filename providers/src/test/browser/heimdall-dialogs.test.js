// SPDX-License-Identifier: Apache-2.0
// What becomes of a form that is half typed, refused, never answered, or left, and of a secret that is shown once.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, listTenants } from './api.js';
import { OURS } from './heimdall-page.js';

const field = (label) => heimdall.dialog.getByLabel(label);
const permission = (name) => heimdall.dialog.getByLabel(name, { exact: true });
const button = (name) => heimdall.dialog.getByRole('button', { name, exact: true });
const keyNamed = async (name) => (await atPlatform('/api-keys')).body.data.find((key) => key.name === name);

/** Counts the calls of a kind that are sent from now on. */
function counted(method, route) {
  const sent = [];
  admin.page.on('request', (request) => {
    if (request.method() === method && route.test(request.url())) {
      sent.push(request.url());
    }
  });
  return sent;
}

/** Types the first part of a date alone, which the browser tells as nothing. */
async function typeHalf(input) {
  await input.focus();
  await admin.page.keyboard.type('12');
  assert.equal(await input.evaluate(({ validity }) => validity.badInput), true);
}

/** Waits until something has the focus and is in sight. */
async function inSight(target) {
  await target.and(admin.page.locator(':focus')).waitFor();
  const isSeen = await target.evaluate(
    (node) =>
      new Promise((resolve) => {
        new IntersectionObserver(([{ intersectionRatio }]) => resolve(intersectionRatio > 0.9)).observe(node);
      }),
  );
  assert.equal(isSeen, true);
}

/** Fills the form of a new API key; gives back its name. */
async function newKey() {
  const name = `dialog${Date.now()}`;
  await admin.logInAt('heimdall?page=tenants');
  await heimdall.open('API keys');
  await heimdall.press('Create API key');
  await field('Name').fill(name);
  await permission('auth.tenant.read').check();
  return name;
}

describe('given a date or a number that is typed by half', () => {
  test('when making an API key, then the date is marked, and no key is made that never expires', async () => {
    const name = await newKey();
    const sent = counted('POST', /\/api-keys$/);
    await typeHalf(field('Expires'));
    await button('Create API key').click();
    await heimdall.dialog.getByRole('alert').filter({ hasText: 'Still to be filled in: Expires.' }).waitFor();
    await heimdall.dialog.getByText('This is no whole date with a time of day.').waitFor();
    await inSight(field('Expires'));
    assert.equal(await field('Expires').getAttribute('aria-invalid'), 'true');
    assert.deepEqual(sent, []);

    await field('Expires').fill('2099-12-31T12:00');
    await heimdall.submitForSecrets('Create API key', 'The API key was created.');
    assert.match((await keyNamed(name)).expires_at, /^2099-12-31|^2100-01-01/);
  });

  test('when filtering the audit log by it, then it is marked, and nothing is asked', async () => {
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.content.locator('tbody tr').first().waitFor();
    const asked = counted('GET', /\/audit-logs/);
    const since = heimdall.content.getByLabel('Since');
    await typeHalf(since);
    await heimdall.content.getByRole('button', { name: 'Filter' }).click();
    await heimdall.content.getByRole('alert').filter({ hasText: 'no whole date' }).waitFor();
    assert.equal(await since.getAttribute('aria-invalid'), 'true');

    await since.fill('2026-11-27T12:00');
    await heimdall.content.getByLabel('Until').fill('2026-11-27T11:00');
    await heimdall.content.getByRole('button', { name: 'Filter' }).click();
    await heimdall.content.getByRole('alert').filter({ hasText: 'This is before “Since”.' }).waitFor();
    assert.deepEqual(asked, []);
  });

  test('when saving a setting, then it is marked, and nothing is saved', async () => {
    await admin.logInAt('heimdall?page=settings');
    const sessions = heimdall.content.locator('[id="heimdall-set-max_sessions"]');
    await sessions.focus();
    const sent = counted('PUT', /\/components/);
    await admin.page.keyboard.press('ControlOrMeta+a');
    await admin.page.keyboard.type('7e');
    await heimdall.content.getByRole('button', { name: 'Save' }).click();
    await heimdall.content.getByText('This is no number.').waitFor();
    await inSight(sessions);
    assert.deepEqual(sent, []);
  });
});

describe('given a time that is no whole number of its unit', () => {
  test('when choosing the unit, then what was typed stays', async () => {
    await admin.logInAt('heimdall?page=settings');
    await heimdall.content.getByLabel('Unit of “Sessions last for”').selectOption('hoursUnit');
    const input = heimdall.content.getByLabel('Sessions last for', { exact: true });
    await input.fill('1.333');
    assert.equal(await input.inputValue(), '1.333');
  });
});

describe('given a dialog that is longer than the window', () => {
  test('when it is refused, then the words are in sight and have the focus', async () => {
    await admin.page.setViewportSize({ width: 1280, height: 600 });
    await admin.logInAt('heimdall?page=roles');
    await heimdall.press('Create role');
    await field('Name').fill('member');
    await button('Create role').click();
    await heimdall.dialog.getByRole('alert').waitFor();
    await inSight(heimdall.dialog.locator('#heimdall-problem'));
  });
});

describe('given a server that never answers', () => {
  const MOST = 4000;

  beforeEach(() =>
    admin.page.addInitScript((most) => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = (ms) => timeout(ms > most ? most : ms);
    }, MOST),
  );

  test('when waiting for it, then the dialog cannot be left, and then it says what may be', async () => {
    await newKey();
    const answer = (route) => (route.request().method() === 'POST' ? undefined : route.continue());
    await admin.page.route(/\/api-keys$/, answer);
    await button('Create API key').click();
    await heimdall.dialog.locator('.pf-m-in-progress').waitFor();
    assert.equal(await button('Cancel').getAttribute('aria-disabled'), 'true');
    await admin.page.keyboard.press('Escape');
    await heimdall.dialog.getByRole('alert').filter({ hasText: 'It may have done it all the same' }).waitFor();
    await button('Cancel').click();
    await heimdall.dialog.waitFor({ state: 'detached' });
  });
});

describe('given a secret that is shown once', () => {
  test('when going back, then it asks, and the secret stays', async () => {
    await newKey();
    await button('Create API key').click();
    const { 'API key': shown } = await heimdall.secrets();
    await admin.page.evaluate(() => history.back());
    await heimdall.dialog.getByRole('heading', { name: 'Leave this page?' }).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-leave-secret', ...OURS), []);
    await button('Stay here').click();
    const { 'API key': kept } = await heimdall.secrets();
    assert.equal(kept, shown);
    assert.equal(await listTenants(kept), 200);

    await admin.page.keyboard.press('Tab');
    await admin.page.evaluate(() => history.back());
    await button('Leave').click();
    await heimdall.content.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
    assert.equal(await heimdall.dialog.count(), 0);
  });
});

describe('given a dialog in which something is typed', () => {
  test('when going back, then it asks, and what was typed stays', async () => {
    const name = await newKey();
    await admin.page.evaluate(() => history.back());
    await heimdall.dialog.getByRole('heading', { name: 'Leave this page?' }).waitFor();
    await admin.page.keyboard.press('Escape');
    await heimdall.dialog.getByRole('heading', { name: 'Create API key' }).waitFor();
    assert.equal(await field('Name').inputValue(), name);
    assert.equal(await permission('auth.tenant.read').isChecked(), true);
  });
});

describe('given a connection that is cut after a role was made', () => {
  test('then it says so, and the list has the role', async () => {
    const name = `cut${Date.now()}`;
    await admin.logInAt('heimdall?page=roles');
    await admin.page.route(new RegExp(`/roles/${name}(/permissions)?$`), (route) =>
      route.request().method() === 'GET' ? route.continue() : route.abort(),
    );
    await heimdall.press('Create role');
    await field('Name').fill(name);
    await permission('user.list').check();
    await button('Create role').click();
    const told = `The role “${name}” was created, but perhaps without its permissions.`;
    await heimdall.dialog.getByRole('alert').filter({ hasText: told }).waitFor();
    await button('Cancel').click();
    await heimdall.row(name).first().waitFor();
    await atPlatform(`/roles/${name}`, { method: 'DELETE' });
  });
});
