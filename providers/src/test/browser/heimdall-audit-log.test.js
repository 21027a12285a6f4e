// SPDX-License-Identifier: Apache-2.0
// The page "Audit log": what happens is shown there, and what fits can be saved as a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform, createTenant, signIn, signUp } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';

async function filterBy(values) {
  for (const [label, value] of Object.entries(values)) {
    await heimdall.content.getByLabel(label, { exact: true }).fill(value);
  }
  await heimdall.content.getByRole('button', { name: 'Filter' }).click();
}

const told = (action) => heimdall.content.locator('td code').filter({ hasText: new RegExp(`^${action}$`) }).first();

async function exported(format) {
  const download = admin.page.waitForEvent('download');
  await heimdall.content.getByRole('button', { name: `Export as ${format}` }).click();
  return readFile(await (await download).path(), 'utf8');
}

describe('given an audit log', () => {
  test('when filtering, then what fits is shown with what changed, and is exported', async () => {
    const name = `lena${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    assert.equal(await signIn(name, 'wrong'), 401);
    const { id } = (await atPlatform(`/end-users?search=${name}`)).body.data[0];
    await atPlatform(`/end-users/${id}/role`, { method: 'PATCH', body: { role_name: 'admin' } });
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('user.role_changed').first().getByText('role_name: member → admin').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-audit-log', ...OURS), []);

    await filterBy({ Actor: name });
    await heimdall.row('user.signup').getByText(name).first().waitFor();
    await told('user.role_changed').waitFor({ state: 'detached' });
    await heimdall.content.getByLabel('Outcome').selectOption('Failed');
    await filterBy({ Event: '' });
    await told('user.signup').waitFor({ state: 'detached' });
    await told('auth.signin.failed').waitFor();

    const entries = JSON.parse(await exported('JSON'));
    assert.deepEqual(entries.map(({ action, actor_id }) => [action, actor_id]), [['auth.signin.failed', id]]);
    const csv = await exported('CSV');
    assert.ok(csv.startsWith('\ufeff"created_at",'));
    const lines = csv.trim().split('\r\n');
    assert.equal(lines.length, 2);
    assert.match(lines[1], /^"[^"]+","auth\.signin\.failed",/);

    await heimdall.content.getByRole('button', { name: /^Show: / }).click();
    assert.match(await heimdall.dialog.locator('code').innerText(), new RegExp(id));
    await heimdall.dialog.getByRole('button', { name: 'Close' }).last().click();
    await filterBy({ Until: '2020-01-01T00:00' });
    await heimdall.content.getByText('Nothing matches the filters.').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-audit-log-none', ...OURS), []);
    await filterBy({ Actor: 'nobody-is-called-so' });
    assert.match(await heimdall.content.getByRole('alert').innerText(), /no user “nobody-is-called-so”/);
    await heimdall.content.getByRole('button', { name: 'Clear' }).click();
    await told('user.role_changed').waitFor();
  });

  test('when others than users did it, then it says who, and finds them by name', async () => {
    const name = `mona${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    const { id } = (await atPlatform(`/end-users?search=${name}`)).body.data[0];
    await atPlatform(`/end-users/${id}/role`, { method: 'PATCH', body: { role_name: 'admin' } });
    const permissions = ['auth.tenant.create'];
    const wanted = { name: `key of ${name}`, permissions };
    const { key } = (await atPlatform('/api-keys', { method: 'POST', body: wanted })).body;
    assert.equal(await createTenant(key, name), 201);
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('tenant.created').first().getByText(`API key “key of ${name}”`).waitFor();
    const changed = heimdall.row('user.role_changed').filter({ hasText: name });
    const actor = changed.getByText(`${settings.username} (realm master)`);
    await actor.waitFor();
    const adminId = await actor.getAttribute('title');
    await filterBy({ Actor: settings.username });
    await heimdall.row(`API key “key of ${name}”`).waitFor({ state: 'detached' });
    await heimdall.row('user.role_changed').filter({ hasText: name }).waitFor();
    const [first] = JSON.parse(await exported('JSON'));
    assert.equal(first.actor_id, adminId);
  });

  test('when an admin may not see the admins, then it says what they are', async () => {
    await admin.page.route('**/admin/realms/master/users/*', (route) =>
      route.fulfill({ status: 403, json: { error: 'unknown_error' } }),
    );
    const body = { display_name: `Made ${Date.now()}` };
    assert.equal((await atPlatform('/tenants', { method: 'POST', body })).status, 201);
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('tenant.created').first().getByText('Admin or API key').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-audit-log-admins', ...OURS), []);
  });

  test('when the server cannot say who it was, then it is asked again', async () => {
    const name = `olga${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    let refused = 0;
    await admin.page.route(/\/end-users\/[^/?]+$/, (route) =>
      refused++ ? route.fallback() : route.fulfill({ status: 503, json: { message: 'not now' } }),
    );
    await admin.page.route('**/audit-logs*', async (route) => {
      const { data } = await (await route.fetch()).json();
      const signup = data.find(({ action }) => action === 'user.signup');
      await route.fulfill({ json: { data: [signup], pagination: { next_cursor: null, has_more: false } } });
    });
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('user.signup').locator('[title]').filter({ hasText: name }).first().waitFor();
    assert.ok(refused > 1);
  });

  const entryOf = (index, changed) => ({
    id: `entry-${index}`,
    app_id: 'app',
    action: 'user.updated',
    resource_type: 'user',
    resource_id: 'someone',
    actor_id: null,
    details: {},
    created_at: '2026-11-26T10:00:00Z',
    ...changed,
  });

  test('when it is long, then it is shown and exported a page at a time', async () => {
    const entry = (index) =>
      entryOf(index, { details: { display_name: index ? 'Ada' : '=HYPERLINK("http://example.com")' } });
    const asked = [];
    await admin.page.route('**/audit-logs*', async (route) => {
      const query = new URL(route.request().url()).searchParams;
      const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 50)];
      asked.push(limit);
      const data = Array.from({ length: limit }, (_, index) => entry(from + index));
      const next = from + limit < 100_000 ? String(from + limit) : null;
      await route.fulfill({ json: { data, pagination: { next_cursor: next, has_more: next !== null } } });
    });
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('user.updated').nth(49).waitFor();
    await heimdall.content.getByRole('button', { name: 'Show more' }).click();
    await heimdall.row('user.updated').nth(99).waitFor();
    assert.equal(await heimdall.row('user.updated').count(), 100);

    const download = admin.page.waitForEvent('download');
    await heimdall.content.getByRole('button', { name: 'Export as CSV' }).click();
    await heimdall.content.getByText('entries so far').waitFor();
    await heimdall.content.getByRole('button', { name: 'Stop here' }).click();
    const file = await download;
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    assert.match(file.suggestedFilename(), new RegExp(`-first-${lines.length - 1}\\.csv$`));
    assert.equal((lines.length - 1) % 200, 0);
    assert.ok(lines.length - 1 < 100_000);
    assert.ok(Math.max(...asked) <= 200);
  });

  const broken = {
    'not available': (route) => route.fulfill({ status: 503, body: '<h1>proxy</h1>' }),
    'no answer of the API': (route) => route.fulfill({ json: { pagination: {} } }),
    'cannot be reached': (route) => route.abort(),
  };
  for (const [why, answer] of Object.entries(broken)) {
    test(`when a page of it does not come (${why}), then it says so, and no file is saved`, async () => {
      await admin.page.route('**/audit-logs*', async (route) => {
        const query = new URL(route.request().url()).searchParams;
        if (query.get('cursor')) {
          await answer(route);
        } else {
          const data = Array.from({ length: Number(query.get('limit') ?? 50) }, (_, index) => entryOf(index));
          await route.fulfill({ json: { data, pagination: { next_cursor: 'next', has_more: true } } });
        }
      });
      const saved = [];
      admin.page.on('download', (file) => saved.push(file.suggestedFilename()));
      await admin.logInAt('heimdall?page=audit-log');
      await heimdall.row('user.updated').first().waitFor();
      const button = heimdall.content.getByRole('button', { name: 'Export as CSV' });
      await button.focus();
      await admin.page.keyboard.press('Enter');
      const said = heimdall.content.getByRole('alert').filter({ hasText: 'broke off after 200 entries' });
      await said.filter({ hasText: 'no file was saved' }).filter({ hasText: why }).waitFor();
      await button.and(admin.page.locator(':focus')).waitFor();
      assert.deepEqual(saved, []);
    });
  }

  test('when names begin as formulas do, then none is one in a spreadsheet', async () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '\tx'];
    // Inside of a cell, where semicolons, tabs and breaks separate cells, as in German.
    const inside = { 'x;=1': "x;'=1", 'x; "-1': "x;' \"\"-1", 'x\t+1': "x\t'+1", 'x\n@A': "x\n'@A", ';;=1': ";;'=1" };
    const names = [...formulas, ...Object.keys(inside), 'it"s', 'Zoë', 'a;b'];
    await admin.page.route('**/audit-logs*', (route) => {
      const data = names.map((resource_id, index) => entryOf(index, { resource_id, details: { identifier: 'x;=1' } }));
      return route.fulfill({ json: { data, pagination: { next_cursor: null, has_more: false } } });
    });
    await admin.logInAt('heimdall?page=audit-log');
    await heimdall.row('user.updated').first().waitFor();
    const csv = await exported('CSV');
    for (const name of formulas) {
      assert.ok(csv.includes(`,"'${name}",`), JSON.stringify(name));
    }
    for (const cell of [...Object.values(inside), 'it""s', 'Zoë', 'a;b', `{""identifier"":""x;'=1""}`]) {
      assert.ok(csv.includes(`,"${cell}",`), JSON.stringify(cell));
    }
  });
});
