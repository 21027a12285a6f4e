// SPDX-License-Identifier: Apache-2.0
// The pages where there is much, where answers are slow, where something went away, and where the admin may not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { atPlatform } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';

const MANY = 100_000;

/** Has a list of the API answer with many rows, a page at a time. */
async function fill(route, row) {
  await admin.page.route(route, async (request) => {
    const query = new URL(request.request().url()).searchParams;
    const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 50)];
    const data = Array.from({ length: limit }, (_, index) => row(from + index));
    const next = from + limit < MANY ? String(from + limit) : null;
    await request.fulfill({ json: { data, pagination: { next_cursor: next, has_more: next !== null } } });
  });
}

const LONG = '<script>alert(1)</script> ' + 'wörd'.repeat(40);

const LISTS = [
  {
    page: 'users',
    route: /\/end-users(\?|$)/,
    row: (index) => ({
      id: `user-${index}`,
      username: `user-${index}`,
      display_name: LONG,
      status: 'active',
      role: 'member',
      email: `${'a'.repeat(60)}${index}@example.com`,
      email_verified_at: null,
      active_session_count: 1,
      last_used_at: '2026-11-26T10:00:00Z',
    }),
  },
  {
    page: 'tenants',
    route: /\/tenants(\?|$)/,
    row: (index) => ({
      id: `tenant-${index}`,
      display_id: `tnt_${index}`,
      slug: 's'.repeat(64),
      display_name: `${index} ${LONG}`,
      status: 'active',
      created_at: '2026-11-26T10:00:00Z',
    }),
  },
  {
    page: 'invites',
    route: /\/end-users\/invites(\?|$)/,
    row: (index) => ({
      id: `invite-${index}`,
      email: `${'i'.repeat(60)}${index}@example.com`,
      role_name: LONG,
      max_uses: 1,
      use_count: 0,
      revoked_at: null,
      created_at: '2026-11-26T10:00:00Z',
      expires_at: '2099-11-26T10:00:00Z',
    }),
  },
];

describe('given a hundred thousand rows with long names', () => {
  for (const { page, route, row } of LISTS) {
    test(`then ${page} are shown a page at a time, and fit`, async () => {
      await fill(route, row);
      await admin.logInAt(`heimdall?page=${page}`);
      const rows = heimdall.content.locator('tbody tr');
      await rows.nth(49).waitFor();
      assert.equal(await rows.count(), 50);
      assert.equal(await heimdall.content.locator('script').count(), 0);
      assert.deepEqual(await admin.lookAt(`heimdall-many-${page}`, ...OURS), []);
      await heimdall.content.getByRole('button', { name: 'Show more' }).click();
      await rows.nth(99).waitFor();
      assert.equal(await rows.count(), 100);
    });
  }
});

describe('given a hundred thousand roles', () => {
  test('then they are listed a page at a time, and the matrix has a few of them', async () => {
    const role = (index) => ({ id: `role-${index}`, name: `role-${index}`, description: LONG, is_system: false });
    await fill(/\/roles(\?|$)/, role);
    await admin.page.route(/\/roles\/role-\d+$/, (route) => route.fulfill({ json: { ...role(0), permissions: [] } }));
    await admin.logInAt('heimdall?page=roles');
    const rows = heimdall.content.getByRole('grid', { name: 'Roles', exact: true }).locator('tbody tr');
    const columns = heimdall.content.getByRole('region', { name: 'Permissions of each role' }).locator('thead th');
    await rows.nth(49).waitFor();
    await columns.nth(10).waitFor();
    assert.equal(await rows.count(), 50);
    assert.equal(await columns.count(), 12);
    assert.deepEqual(await admin.lookAt('heimdall-many-roles', ...OURS), []);
    await heimdall.content.getByRole('button', { name: 'Show more roles' }).click();
    await columns.nth(20).waitFor();
    await heimdall.content.getByRole('button', { name: 'Show more', exact: true }).click();
    await rows.nth(99).waitFor();
  });
});

describe('given ten thousand permissions and more roles than the matrix has', () => {
  test('then it shows permissions by a click, and says which roles it has', async () => {
    const role = (index) => ({ id: `role-${index}`, name: `role-${index}`, description: null, is_system: false });
    await fill(/\/roles(\?|$)/, role);
    await admin.page.route(/\/roles\/role-\d+$/, (route) => route.fulfill({ json: { ...role(0), permissions: [] } }));
    const json = Array.from({ length: 10_000 }, (_, index) => ({
      id: `permission-${index}`,
      resource: `thing-${String(index).padStart(5, '0')}`,
      action: 'read',
      description: LONG,
      is_system: false,
    }));
    await admin.page.route(/\/permissions(\?|$)/, (route) => route.fulfill({ json }));
    await admin.logInAt('heimdall?page=roles');
    const matrix = heimdall.content.getByRole('region', { name: 'Permissions of each role' });
    const rows = matrix.locator('tbody th[scope=row]');
    await rows.nth(99).waitFor();
    assert.equal(await rows.count(), 100);
    assert.deepEqual(await admin.lookAt('heimdall-many-permissions', ...OURS), []);
    await rows.nth(60).scrollIntoViewIfNeeded();
    assert.deepEqual(await admin.lookAt('heimdall-matrix-scrolled', ...OURS), []);
    // Measured at one moment, as Keycloak's sidebar may still be moving all of it.
    const [above, beside] = await matrix.evaluate((region) => {
      region.scrollBy(1000, 0);
      const place = (selector, index) => region.querySelectorAll(selector)[index].getBoundingClientRect();
      const frame = region.getBoundingClientRect();
      return [place('thead th', 1).y - frame.y, place('tbody th[scope=row]', 60).x - frame.x];
    });
    assert.ok(Math.abs(above) < 2, `the roles stay in sight, and are ${above} pixels off`);
    assert.ok(Math.abs(beside) < 2, `the permissions stay in sight, and are ${beside} pixels off`);
    await heimdall.content.getByRole('button', { name: 'Show more permissions' }).click();
    await rows.nth(199).waitFor();

    json.splice(2);
    await heimdall.open('Users');
    await heimdall.open('Roles');
    const columns = matrix.locator('thead th');
    for (let roles = 10; roles <= 200; roles += 10) {
      await columns.nth(roles).waitFor();
      if (roles < 200) {
        await heimdall.content.getByRole('button', { name: 'Show more roles' }).click();
      }
    }
    await heimdall.content.getByText('These are the first 200 roles.').waitFor();
    assert.equal(await heimdall.content.getByRole('button', { name: 'Show more roles' }).count(), 0);
  });
});

describe('given more tenants than are listed at once', () => {
  test('then the overview says that there are more', async () => {
    await fill(LISTS[1].route, LISTS[1].row);
    await admin.logInAt('heimdall');
    await heimdall.content.locator('.heimdall-count').getByText('100+', { exact: true }).waitFor();
  });
});

describe('given a hundred thousand API keys', () => {
  test('then some are shown, and more by a click', async () => {
    const data = Array.from({ length: MANY }, (_, index) => ({
      id: `key-${index}`,
      name: `${index} ${LONG}`,
      key_prefix: `hdk_live_${index}`,
      permissions: ['auth.tenant.read', 'auth.tenant.create'],
      last_used_at: null,
      created_at: '2026-11-26T10:00:00Z',
      expires_at: null,
    }));
    const pagination = { next_cursor: null, has_more: false };
    await admin.page.route(/\/api-keys(\?|$)/, (route) => route.fulfill({ json: { data, pagination } }));
    await admin.logInAt('heimdall?page=api-keys');
    const rows = heimdall.content.locator('tbody tr');
    await rows.nth(49).waitFor();
    assert.equal(await rows.count(), 50);
    assert.deepEqual(await admin.lookAt('heimdall-many-keys', ...OURS), []);
    await heimdall.content.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(99).waitFor();
    assert.equal(await rows.count(), 100);
  });
});

describe('given answers that are slow', () => {
  test('then the place of what comes is kept, and the admin may go on', async () => {
    let answer;
    const slow = new Promise((resolve) => (answer = resolve));
    await admin.page.route(/\/tenants(\?|$)/, async (route) => {
      await slow;
      await route.continue();
    });
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.content.locator('.heimdall-waiting').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-slow', ...OURS), []);
    await heimdall.open('API keys');
    answer();
    await heimdall.content.getByRole('button', { name: 'Create API key' }).waitFor();
    assert.equal(await heimdall.content.getByRole('button', { name: 'Create tenant' }).count(), 0);
  });
});

describe('given a page that was open while something went away', () => {
  test('then it says so, and shows what there is', async () => {
    const name = `stale${Date.now()}`;
    const { id } = (await atPlatform('/tenants', { method: 'POST', body: { display_name: name } })).body;
    await admin.logInAt('heimdall?page=tenants');
    await heimdall.row(name).waitFor();
    await atPlatform(`/tenants/${id}`, { method: 'DELETE' });
    await heimdall.content.getByRole('link', { name, exact: true }).click();
    assert.match(await heimdall.content.getByRole('alert').innerText(), /There is no tenant/);
    await heimdall.row(name).waitFor({ state: 'detached' });
  });
});

describe('given an admin who may look at the realm alone', () => {
  test('then each page says which role is missing', async () => {
    const missing = {
      users: 'query-users',
      tenants: 'query-organizations',
      'api-keys': 'view-clients',
      invites: 'view-users',
      providers: 'view-identity-providers',
      'audit-log': 'view-events',
    };
    await admin.logInAt('heimdall?page=webhooks', {
      home: settings.realm,
      username: 'viewer',
      password: settings.viewerPassword,
    });
    await heimdall.content.getByText('No webhook').waitFor();
    for (const [page, role] of Object.entries(missing)) {
      const hash = `#/${settings.realm}/heimdall?page=${page}`;
      await admin.page.evaluate((there) => (location.hash = there), hash);
      await heimdall.content.getByRole('alert').filter({ hasText: role }).waitFor();
    }
    await admin.snapshot('heimdall-lacks-a-role');
  });
});
